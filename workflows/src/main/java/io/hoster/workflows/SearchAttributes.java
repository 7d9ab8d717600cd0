package io.hoster.workflows;

import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;

/**
 * What an operator can search runs by. Values are plain text in the engine: ids and codes only,
 * never a name or an address.
 */
public final class SearchAttributes {

  public static final SearchAttributeKey<String> TENANT =
      SearchAttributeKey.forKeyword("HosterTenant");
  public static final SearchAttributeKey<String> SUBJECT =
      SearchAttributeKey.forKeyword("HosterSubject");
  public static final SearchAttributeKey<String> NODE = SearchAttributeKey.forKeyword("HosterNode");
  public static final SearchAttributeKey<String> STATE =
      SearchAttributeKey.forKeyword("HosterState");
  public static final SearchAttributeKey<String> FAILURE =
      SearchAttributeKey.forKeyword("HosterFailure");
  public static final SearchAttributeKey<Boolean> NEEDS_PERSON =
      SearchAttributeKey.forBoolean("HosterNeedsPerson");

  private SearchAttributes() {}

  /** Workflow code only: an operation of this kind is under way. */
  public static void working(String kind) {
    Workflow.upsertTypedSearchAttributes(
        STATE.valueSet(kind), NEEDS_PERSON.valueSet(false), FAILURE.valueUnset());
  }

  /** Workflow code only: the last operation ended well. */
  public static void atRest(String kind) {
    Workflow.upsertTypedSearchAttributes(STATE.valueSet("DONE_" + kind));
  }

  /** Workflow code only: a person must decide. */
  public static void needsPerson(String failure) {
    Workflow.upsertTypedSearchAttributes(
        STATE.valueSet("NEEDS_PERSON"), NEEDS_PERSON.valueSet(true), FAILURE.valueSet(failure));
  }
}
