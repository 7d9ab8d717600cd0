package io.hoster.ui.journey;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Stands before PostgreSQL and loses answers to commits: the database has committed, the connection
 * is cut, and the asker never hears of it. Transactions are told apart by their statements.
 */
final class CutDatabase implements AutoCloseable {

  private static final Losing NOTHING = new Losing(Pattern.compile("(?!)"), () -> false);

  private final ServerSocket server;
  private final int database;
  private final AtomicReference<Losing> losing = new AtomicReference<>(NOTHING);
  private final AtomicInteger lost = new AtomicInteger();

  private CutDatabase(ServerSocket server, int database) {
    this.server = server;
    this.database = database;
  }

  /** Before the server at the port {@code database} of the loopback. */
  static CutDatabase before(int database) {
    try {
      ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      CutDatabase cut = new CutDatabase(server, database);
      Thread.ofVirtual().name("cut-database").start(cut::accept);
      return cut;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Of the commits of transactions with a statement that matches, those that fate takes. */
  private record Losing(Pattern statement, BooleanSupplier fate) {

    boolean takes(String transaction) {
      return statement.matcher(transaction).find() && fate.getAsBoolean();
    }
  }

  /** Loses the answer to the next commit of a transaction with a matching statement, once. */
  void loseNext(String statement) {
    AtomicBoolean first = new AtomicBoolean(true);
    lose(new Losing(Pattern.compile(statement), () -> first.getAndSet(false)));
  }

  /** Loses the answer to one in {@code few} of them, as {@code chance} has it. */
  void loseSome(int few, String statement, Random chance) {
    lose(new Losing(Pattern.compile(statement), () -> chance.nextInt(few) == 0));
  }

  void loseNothing() {
    losing.set(NOTHING);
  }

  private void lose(Losing wanted) {
    lost.set(0);
    losing.set(wanted);
  }

  /** How many answers were lost since. */
  int lost() {
    return lost.get();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket asker = server.accept();
        Thread.ofVirtual().start(() -> serve(asker));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket asker) {
    try (asker;
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database)) {
      asker.setTcpNoDelay(true);
      postgres.setTcpNoDelay(true);
      AtomicBoolean loses = new AtomicBoolean();
      Thread.ofVirtual().start(() -> answer(postgres, asker, loses));
      InputStream in = new BufferedInputStream(asker.getInputStream(), 64 * 1024);
      Statements said = new Statements(new DataInputStream(in));
      OutputStream out = new BufferedOutputStream(postgres.getOutputStream(), 64 * 1024);
      while (true) {
        Statements.Message message = said.next();
        if (losing.get().takes(message.committed())) {
          loses.set(true);
        }
        out.write(message.bytes());
        if (in.available() == 0) {
          out.flush();
        }
      }
    } catch (IOException e) {
      // one of both hung up, so does the other
    }
  }

  private void answer(Socket postgres, Socket asker, AtomicBoolean loses) {
    byte[] bytes = new byte[64 * 1024];
    try (asker;
        postgres) {
      int count = postgres.getInputStream().read(bytes);
      while (count >= 0) {
        if (loses.get()) {
          lost.incrementAndGet();
          break; // it answers a commit only once it has committed
        }
        asker.getOutputStream().write(bytes, 0, count);
        count = postgres.getInputStream().read(bytes);
      }
    } catch (IOException e) {
      // one of both hung up, so does the other
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
