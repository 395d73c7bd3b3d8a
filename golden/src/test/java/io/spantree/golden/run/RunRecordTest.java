package io.spantree.golden.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
  private static final String HOSTILE = "a\"b\\c\n\r\t\u2028\u0000 % {} \uD83D\uDE00 \uD800 नमस्ते";

  @TempDir
  Path folder;

  private static RanTest test(String id) {
    return new RanTest(
        id,
        HOSTILE,
        List.of("io.acme.OrderTest", "io.acme.OrderTest$In"),
        "places it",
        List.of("java.lang.String", "[I"),
        Path.of("/work/target/test-classes"));
  }

  private static Finding finding(FindingKind kind, String expected, String actual) {
    return new Finding(
        kind,
        SpanPath.of("a", HOSTILE),
        new Finding.Part("event e", HOSTILE),
        expected == null ? null : new Term(expected, "long"),
        actual == null ? null : Term.of(actual),
        null);
  }

  private static Compared compared(List<Finding> findings) {
    return new Compared(
        17,
        test("[id:1]"),
        "a/b.spans",
        Path.of("/g/a/b.spans"),
        Path.of("/r/a/b.spans"),
        Outcome.DIFFERS,
        Hash.of("a"),
        Hash.of("b"),
        findings,
        0,
        0,
        List.of("propose\t" + HOSTILE + "\t<uuid>"));
  }

  @Test
  void what_was_written_is_read_back() {
    List<RunLine> lines = List.of(
        compared(List.of(
            finding(FindingKind.ATTRIBUTE_VALUE, "4200", "\"4200\""),
            finding(FindingKind.MISSING, "x1", null))),
        new Compared(
            18,
            null,
            "b",
            Path.of("b"),
            Path.of("c"),
            Outcome.PENDING,
            null,
            null,
            List.of(),
            2,
            1,
            List.of()),
        new TestRan(19, test("[id:2]"), true),
        new TestRan(20, new RanTest("i", "d", List.of("C"), "m", List.of(), null), false),
        new ClassRan(21, List.of("io.acme.OrderTest"), true),
        new NamesSeen(
            22,
            List.of("A"),
            List.of(new SeenSpan(
                "s",
                HOSTILE,
                "CLIENT",
                new TreeMap<>(Collections.singletonMap("k", "string[]"))))));
    RunWriter writer = RunWriter.in(folder.resolve("spantree/runs"));

    lines.forEach(writer::write);

    List<RunRecord> records = RunRecord.readAll(folder.resolve("spantree/runs"));
    assertThat(records).hasSize(1);
    assertThat(records.get(0).lines()).isEqualTo(lines);
    assertThat(records.get(0).start().pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(records.get(0).file()).isEqualTo(writer.file());
    assertThat(records.get(0).comparisons()).hasSize(2);
  }

  @Test
  void a_line_is_one_line_of_json_as_documented() {
    RunLine line = compared(List.of(finding(FindingKind.COUNT, "x3", "x1")));

    assertThat(RunJson.print(new ClassRan(1, List.of("A"), false)))
        .isEqualTo("{\"type\":\"class\",\"at\":1,\"classes\":[\"A\"],\"full\":false}");
    assertThat(RunJson.print(line))
        .startsWith("{\"type\":\"compared\",\"at\":17,\"test\":{\"id\":\"[id:1]\",")
        .contains("\"outcome\":\"differs\"", "\"kind\":\"COUNT\",\"loss\":true,\"path\":[\"a\",")
        .contains("\\u2028", "\\ud800", "नमस्ते")
        .doesNotContain("\n");
  }

  @Test
  void an_unfinished_last_line_is_no_line() throws IOException {
    RunWriter writer = RunWriter.in(folder);
    writer.write(new ClassRan(1, List.of("A"), true));
    Files.writeString(writer.file(), "{\"type\":\"cla", StandardOpenOption.APPEND);

    assertThat(RunRecord.readAll(folder).get(0).lines())
        .containsExactly(new ClassRan(1, List.of("A"), true));
  }

  @Test
  void a_file_without_a_whole_line_says_nothing() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), "");
    Files.writeString(folder.resolve("b.jsonl"), "{\"type\":\"run\",");
    Files.writeString(folder.resolve("c.txt"), "something else");

    assertThat(RunRecord.readAll(folder)).isEmpty();
    assertThat(RunRecord.readAll(folder.resolve("none"))).isEmpty();
  }

  @Test
  void types_and_fields_of_the_future_are_ignored() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), """
        {"type":"run","at":1,"version":1,"pid":7,"group":"1-2","more":{"deep":[null,true]}}
        {"type":"weather","at":2}
        {"type":"class","at":3,"classes":["A"],"full":true,"sun":-5}
        """);

    RunRecord record = RunRecord.readAll(folder).get(0);

    assertThat(record.start()).isEqualTo(new RunStarted(1, 7, "1-2"));
    assertThat(record.lines()).containsExactly(new ClassRan(3, List.of("A"), true));
  }

  @Test
  void a_damaged_or_newer_record_is_refused_with_file_and_line() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file, "{\"type\":\"run\",\"at\":1,\"version\":2,\"pid\":7,\"group\":\"1\"}\n");
    assertThatThrownBy(() -> RunRecord.readAll(folder))
        .hasMessage(file + ":1: no line of a run record: it has version 2, and this version of"
            + " Spantree reads version 1 only. Delete the file: the next run writes another.");

    Files.writeString(file, "{\"type\":\"class\",\"at\":1,\"classes\":[],\"full\":1}\n");
    assertThatThrownBy(() -> RunRecord.readAll(folder))
        .hasMessageContaining(":1: no line of a run record: \"full\" is no Boolean");

    Files.writeString(file, "{\"type\":\"class\",\"at\":1,\"classes\":[],\"full\":true}\n");
    assertThatThrownBy(() -> RunRecord.readAll(folder))
        .hasMessageContaining(":1: no line of a run record: it does not begin with a run");

    Files.writeString(file, "[".repeat(100_000) + "\n");
    assertThatThrownBy(() -> RunRecord.readAll(folder)).hasMessageContaining("expected '{'");

    Files.writeString(file, "{\"a\":" + "[".repeat(100_000) + "\n");
    assertThatThrownBy(() -> RunRecord.readAll(folder)).hasMessageContaining("no deeper nesting");
  }

  @Test
  void a_torn_line_is_named_and_the_others_are_read() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, """
        {"type":"run","at":1,"version":1,"pid":7,"group":"1"}
        {"at":}
        {"type":"class","at":3,"classes":["A"],"full":true}
        """);

    RunRecord record = RunRecord.readAll(folder).get(0);

    assertThat(record.lines()).containsExactly(new ClassRan(3, List.of("A"), true));
    assertThat(record.unreadable()).hasSize(1);
    assertThat(record.unreadable().get(0))
        .startsWith(file + ":2: no line of a run record: column 7: expected a value");
  }

  @Test
  void the_jvms_of_one_process_are_one_run() {
    RunWriter.in(folder).write(new ClassRan(1, List.of("A"), true));

    String parent =
        String.valueOf(ProcessHandle.current().parent().map(ProcessHandle::pid).orElseThrow());
    assertThat(RunRecord.readAll(folder).get(0).start().group()).startsWith(parent + "-");
  }

  @Test
  void a_cleaned_build_folder_is_made_again() throws IOException {
    RunWriter writer = RunWriter.in(folder.resolve("runs"));
    writer.write(new ClassRan(1, List.of("A"), true));
    Files.delete(writer.file());
    Files.delete(folder.resolve("runs"));

    writer.write(new ClassRan(2, List.of("B"), true));

    assertThat(RunRecord.readAll(folder.resolve("runs")).get(0).lines())
        .containsExactly(new ClassRan(2, List.of("B"), true));
  }

  @Test
  void of_very_many_findings_the_losses_are_still_counted() {
    Finding loss = finding(FindingKind.MISSING, "x1", null);
    Finding change = finding(FindingKind.RENAMED, "a", "b");
    Compared compared = compared(Collections.nCopies(1_000, change));
    assertThat(compared.hasLoss()).isFalse();

    List<Finding> many = new java.util.ArrayList<>(Collections.nCopies(1_001, change));
    many.addAll(Collections.nCopies(2, loss));
    Compared cut = compared(many);

    assertThat(cut.findings()).hasSize(1_000);
    assertThat(cut.more()).isEqualTo(3);
    assertThat(cut.moreLosses()).isEqualTo(2);
    assertThat(cut.hasLoss()).isTrue();
  }
}
