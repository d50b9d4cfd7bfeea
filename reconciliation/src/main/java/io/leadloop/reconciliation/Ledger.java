package io.leadloop.reconciliation;

import java.util.List;

/** A service's accounts. Each service has one bean of this type. */
public interface Ledger {

    List<Account> accounts();
}
