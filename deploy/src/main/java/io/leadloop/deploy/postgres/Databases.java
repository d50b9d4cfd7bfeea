package io.leadloop.deploy.postgres;

import io.leadloop.deploy.Seen;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Secrets;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.util.PSQLException;

/**
 * One database and one role of the same name for each service. The role owns its database, may read its own changes, and
 * can connect to no other.
 */
public final class Databases {
    static final String SUPERUSER = "leadloop";
    private static final String SUPERUSER_PASSWORD = "postgres-superuser";
    private static final String ASKING = "?connectTimeout=5&loginTimeout=8&socketTimeout=8";
    /** While it starts, recovers or stops. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private final Settings settings;
    private final Secrets secrets;

    Databases(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(Setting.POSTGRES_PORT), database);
    }

    public String password(Service service) {
        return secrets.password(service.database());
    }

    Path superuserPasswordFile() {
        String made = secrets.password(SUPERUSER_PASSWORD);
        assert !made.isEmpty();
        return secrets.file(SUPERUSER_PASSWORD);
    }

    /** Any word of the server is an answer; only silence counts against it. */
    Seen ask() {
        try (Connection connection = DriverManager.getConnection(
                jdbcUrl("postgres") + ASKING, SUPERUSER, secrets.password(SUPERUSER_PASSWORD))) {
            return connection.isValid(5) ? new Seen.Well() : new Seen.Complaining("did not answer a query");
        } catch (SQLException e) {
            if (CANNOT_CONNECT_NOW.equals(e.getSQLState())) {
                return new Seen.Unknown();
            }
            boolean spoken = e instanceof PSQLException said && said.getServerErrorMessage() != null;
            return spoken ? new Seen.Well() : new Seen.Complaining("did not answer");
        }
    }

    boolean answers() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        }
    }

    void createMissing() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (Service service : Service.values()) {
                String name = service.database();
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                    statement.executeUpdate("create role %s login replication".formatted(name));
                }
                statement.executeUpdate("alter role %s password '%s'".formatted(name, password(service)));
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    statement.executeUpdate("create database %s owner %s".formatted(name, name));
                }
                statement.executeUpdate("revoke connect on database %s from public".formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    /** Whether the service's migrations have come to the publication that its connector reads. */
    public boolean hasOutbox(Service service) throws SQLException {
        try (Connection connection = connect(service.database())) {
            return exists(connection, "select 1 from pg_publication where pubname = ?", "outbox");
        }
    }

    /** By slot: how many bytes of the log its connector has not confirmed. */
    public Map<String, Long> bytesNotConfirmed() throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select slot_name, pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint
                        from pg_replication_slots where slot_type = 'logical' order by slot_name
                        """)) {
            while (rows.next()) {
                bytes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return bytes;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database) + "?connectTimeout=5&socketTimeout=60",
                SUPERUSER,
                secrets.password(SUPERUSER_PASSWORD));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
