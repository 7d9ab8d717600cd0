package io.hoster.store.tenant;

/** What a tenant pays and may use. Prices are minor units of {@code currency}. */
public record Plan(
    String id,
    String name,
    long priceMonthMinor,
    long priceYearMinor,
    String currency,
    int sites,
    int apis,
    int databases,
    long storageBytes,
    long bandwidthBytes,
    long nanoCpus,
    long memoryBytes,
    boolean ownDomains) {}
