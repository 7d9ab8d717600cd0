package io.hoster.lab.bench;

import java.util.List;

/** One of the measurements; it leaves the installation as it found it, but for idle rows. */
interface Measurement {

  /** What a person types to run this one alone. */
  String name();

  /** Measures. A missed goal is a figure; what cannot be measured is a LabFailure. */
  List<Row> measure();
}
