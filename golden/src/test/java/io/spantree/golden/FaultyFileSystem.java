package io.spantree.golden;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The default file system, but for the faults that a test lets happen; tests run as root. */
final class FaultyFileSystem extends FileSystem {
  /** Throws where the operation is to fail. */
  interface Fault {
    void before(Operation operation, Path path) throws IOException;
  }

  enum Operation {
    READ,
    OPEN_TO_WRITE,
    WRITE,
    CHANGE
  }

  private final FileSystem real;
  private final Fault fault;
  private final Provider provider;

  private FaultyFileSystem(FileSystem real, Fault fault) {
    this.real = real;
    this.fault = fault;
    this.provider = new Provider();
  }

  /** The same path, with faults. */
  static Path with(Fault fault, Path path) {
    return new FaultyFileSystem(path.getFileSystem(), fault).wrap(path);
  }

  private static Path unwrap(Path path) {
    return Proxy.isProxyClass(path.getClass())
        ? ((Handler) Proxy.getInvocationHandler(path)).real
        : path;
  }

  private Path wrap(Path path) {
    return (Path) Proxy.newProxyInstance(
        Path.class.getClassLoader(), new Class<?>[] {Path.class}, new Handler(path));
  }

  private final class Handler implements java.lang.reflect.InvocationHandler {
    private final Path real;

    Handler(Path real) {
      this.real = real;
    }

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments)
        throws Throwable {
      if (method.getName().equals("getFileSystem")) {
        return FaultyFileSystem.this;
      }
      Object[] plain = arguments == null ? new Object[0] : arguments.clone();
      for (int i = 0; i < plain.length; i++) {
        plain[i] = plain[i] instanceof Path path ? unwrap(path) : plain[i];
      }
      try {
        return wrapped(method.invoke(real, plain));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private Object wrapped(Object result) {
      if (result instanceof Path path) {
        return wrap(path);
      } else if (result instanceof Iterator<?> paths) {
        return new Iterator<Path>() {
          @Override
          public boolean hasNext() {
            return paths.hasNext();
          }

          @Override
          public Path next() {
            return wrap((Path) paths.next());
          }
        };
      }
      return result;
    }
  }

  private final class Provider extends FileSystemProvider {
    private final FileSystemProvider to = real.provider();

    private Path check(Operation operation, Path path) throws IOException {
      Path plain = unwrap(path);
      fault.before(operation, plain);
      return plain;
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      boolean writes =
          options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
      Path plain = check(writes ? Operation.OPEN_TO_WRITE : Operation.READ, path);
      SeekableByteChannel channel = to.newByteChannel(plain, options, attributes);
      return writes ? new Torn(plain, channel) : channel;
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
      return to.newDirectoryStream(check(Operation.READ, folder), filter);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
      to.createDirectory(check(Operation.CHANGE, folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
      to.delete(check(Operation.CHANGE, path));
    }

    @Override
    public void copy(Path from, Path into, CopyOption... options) throws IOException {
      to.copy(unwrap(from), check(Operation.CHANGE, into), options);
    }

    @Override
    public void move(Path from, Path into, CopyOption... options) throws IOException {
      to.move(unwrap(from), check(Operation.CHANGE, into), options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      to.checkAccess(unwrap(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return to.readAttributes(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
        throws IOException {
      return to.readAttributes(unwrap(path), attributes, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return to.getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
        throws IOException {
      to.setAttribute(check(Operation.CHANGE, path), attribute, value, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
      return to.isSameFile(unwrap(path), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return to.isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return to.getFileStore(unwrap(path));
    }

    @Override
    public String getScheme() {
      return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
      throw new UnsupportedOperationException();
    }
  }

  /** Writes half of what it is given before it asks whether it fails. */
  private final class Torn implements SeekableByteChannel {
    private final Path path;
    private final SeekableByteChannel to;

    Torn(Path path, SeekableByteChannel to) {
      this.path = path;
      this.to = to;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      int all = from.remaining();
      ByteBuffer half = from.duplicate();
      half.limit(from.position() + all / 2);
      to.write(half);
      fault.before(Operation.WRITE, path);
      from.position(from.position() + all / 2);
      to.write(from);
      return all;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return to.read(into);
    }

    @Override
    public long position() throws IOException {
      return to.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      return to.position(position);
    }

    @Override
    public long size() throws IOException {
      return to.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      return to.truncate(size);
    }

    @Override
    public boolean isOpen() {
      return to.isOpen();
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return real.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return real.getRootDirectories();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return real.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return real.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(real.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    return real.getPathMatcher(pattern);
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return real.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return real.newWatchService();
  }
}
