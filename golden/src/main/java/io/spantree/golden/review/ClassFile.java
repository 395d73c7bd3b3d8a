package io.spantree.golden.review;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of itself; the class is not loaded, for its dependencies are not here.
 *
 * @param supers the binary names of its super class and interfaces, {@code java.lang.Object} aside
 * @param methods the names of its methods
 * @param texts all texts in its constant pool, the types of annotations among them
 * @param isConcrete whether it can be instantiated
 * @param isAnnotation whether it is an annotation type
 */
record ClassFile(
    List<String> supers,
    List<String> methods,
    List<String> texts,
    boolean isConcrete,
    boolean isAnnotation) {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int INTERFACE_OR_ABSTRACT = 0x0200 | 0x0400;
  private static final int ANNOTATION = 0x2000;

  ClassFile {
    supers = List.copyOf(supers);
    methods = List.copyOf(methods);
    texts = List.copyOf(texts);
  }

  /**
   * @throws UncheckedIOException when it is no class file, or cannot be read
   */
  static ClassFile read(Path file) {
    try (InputStream stream = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(stream))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it is no class file");
      }
      in.readInt(); // version
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file " + file + ": " + e, e);
    }
  }

  private static ClassFile read(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] names = new int[size];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> names[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.readUnsignedShort();
        case 15 -> in.skipBytes(3);
        case 5, 6 -> {
          in.readLong();
          i++; // takes two places
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
        default -> throw new IOException("unknown constant " + tag);
      }
    }
    int access = in.readUnsignedShort();
    in.readUnsignedShort(); // this class
    List<String> supers = new ArrayList<>();
    supers.add(text(texts, names[in.readUnsignedShort()]));
    for (int i = in.readUnsignedShort(); i > 0; i--) {
      supers.add(text(texts, names[in.readUnsignedShort()]));
    }
    supers.replaceAll(name -> name.replace('/', '.'));
    supers.removeIf(name -> name.isEmpty() || name.equals("java.lang.Object"));
    members(in, texts); // fields
    List<String> methods = members(in, texts);
    List<String> all =
        java.util.Arrays.stream(texts).filter(java.util.Objects::nonNull).toList();
    boolean concrete = (access & INTERFACE_OR_ABSTRACT) == 0;
    return new ClassFile(supers, methods, all, concrete, (access & ANNOTATION) != 0);
  }

  private static String text(String[] texts, int index) {
    String text = texts[index];
    return text == null ? "" : text;
  }

  private static List<String> members(DataInputStream in, String[] texts) throws IOException {
    List<String> names = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      in.readUnsignedShort(); // access
      names.add(text(texts, in.readUnsignedShort()));
      in.readUnsignedShort(); // descriptor
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.readUnsignedShort();
        in.skipNBytes(in.readInt());
      }
    }
    return names;
  }
}
