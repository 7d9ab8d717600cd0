package io.hoster.ui.journey;

import java.util.Map;

/** Somebody of the platform's support, over the API. */
final class Staff {

  private final Api api;

  Staff(Installation installation) {
    Person sam = Person.named("Sam");
    this.api = installation.browser();
    api.register(sam);
    installation.rows().makeStaff(sam.email(), "support");
  }

  /** Asks for all that the customer has to be stopped; 202. */
  void suspend(Customer customer) {
    api.post(tenant(customer) + "/suspend", Map.of("reason", "Unpaid.")).expect(202);
  }

  /** Asks for what ran before to run again; 202. */
  void resume(Customer customer) {
    api.post(tenant(customer) + "/resume").expect(202);
  }

  private static String tenant(Customer customer) {
    return "/api/v1/admin/tenants/" + customer.tenant();
  }
}
