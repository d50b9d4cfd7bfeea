package io.leadloop.systemtests.world;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services' databases, read by SQL and not through the services. */
public final class Databases {
    /** How messages travel, what was tidied up and when to look again, not what is known. */
    private static final Set<String> TECHNICAL = Set.of(
            "relay_mark", "relay_audit", "heartbeat", "flyway_schema_history", "idempotency_key", "inbox", "learning");

    private final Installation installation;

    public Databases(Installation installation) {
        this.installation = installation;
    }

    /** Every row of every table that holds knowledge, as text, by table. */
    public Map<String, List<String>> dump(Service service) {
        Map<String, List<String>> dump = new TreeMap<>();
        for (String table : query(
                service,
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            if (!TECHNICAL.contains(table)) {
                dump.put(table, query(service, "select t::text from \"" + table + "\" t order by 1"));
            }
        }
        return dump;
    }

    /** Changes rows behind the back of the service. */
    public int damage(Service service, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        installation.jdbcUrl(service), service.database(), installation.databasePassword(service));
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes the tables themselves. */
    public void execute(Service service, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        installation.jdbcUrl(service), service.database(), installation.databasePassword(service));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of every row, as text. */
    public List<String> query(Service service, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        installation.jdbcUrl(service), service.database(), installation.databasePassword(service));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
