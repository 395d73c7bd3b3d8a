package io.spantree.samples.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What surefire reports of one run.
 *
 * @param tests each test, with its class, and the outcomes of its executions that did not pass
 */
record Reports(Map<String, List<String>> tests) {

  static Reports in(Path folder) {
    Map<String, List<String>> tests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xml")).toList()) {
        Element suite = DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
          Element test = (Element) cases.item(i);
          String name = test.getAttribute("classname") + "." + test.getAttribute("name");
          if (tests.put(name.replaceAll("\\(.*?\\)", ""), outcomes(test)) != null) {
            throw new AssertionError(name + " is reported twice");
          }
        }
      }
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError("no reports in " + folder, e);
    }
    return new Reports(tests);
  }

  private static List<String> outcomes(Element test) {
    List<String> outcomes = new ArrayList<>();
    NodeList children = test.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element element && element.hasAttribute("message")) {
        outcomes.add(element.getTagName() + ": " + element.getAttribute("message"));
      }
    }
    return outcomes;
  }

  List<String> of(String test) {
    List<String> outcomes = tests.get(test);
    if (outcomes == null) {
      throw new AssertionError(test + " did not run; " + tests.keySet() + " did");
    }
    return outcomes;
  }

  List<String> notPassed() {
    return tests.entrySet().stream()
        .filter(test -> !test.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
