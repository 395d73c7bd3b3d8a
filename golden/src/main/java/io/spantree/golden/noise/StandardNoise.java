package io.spantree.golden.noise;

import io.spantree.golden.noise.NoiseRules.Rule;
import io.spantree.model.Glob;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules for the keys of OpenTelemetry's semantic conventions, the former ones included. */
final class StandardNoise {
  static final List<Glob> SCOPES = Stream.of(
          "io.opentelemetry.*",
          "io.micrometer.*",
          "io.micronaut.*",
          "io.quarkus.*",
          "org.springframework.*",
          "org.apache.*")
      .map(Glob::new)
      .toList();

  static final List<Rule> RULES = rules();

  private StandardNoise() {}

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    propose(rules, "<long>", "server.port", "net.peer.port", "net.host.port", "messaging.*.offset");
    propose(
        rules,
        "<string>",
        "user_agent.original",
        "http.user_agent",
        "db.connection_string",
        "messaging.client.id",
        "messaging.client_id");
    propose(rules, "<any>", "exception.stacktrace");
    add(rules, false, new Treatment.ProposePort(), "url.full", "http.url");
    add(
        rules,
        true,
        new Treatment.LeaveOut(),
        "thread.id",
        "thread.name",
        "code.line.number",
        "code.lineno",
        "network.peer.*",
        "net.sock.*",
        "client.address",
        "client.port");
    return rules;
  }

  private static void propose(List<Rule> rules, String matcher, String... keys) {
    Treatment proposal = new Treatment.Propose(ValuePattern.parse(matcher, "standard"));
    add(rules, false, proposal, keys);
  }

  private static void add(
      List<Rule> rules, boolean libraryOnly, Treatment treatment, String... keys) {
    for (String key : keys) {
      rules.add(new Rule(new Glob(key), libraryOnly, treatment));
    }
  }
}
