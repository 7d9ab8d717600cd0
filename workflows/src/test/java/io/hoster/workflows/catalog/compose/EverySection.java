package io.hoster.workflows.catalog.compose;

/** A file that has a bit of everything. */
final class EverySection {

  static final String TEXT =
      """
      version: "3.9"
      name: everything
      x-env: &env
        A: ${A:-a}
        B: "${B:+b}"
      services:
        web:
          image: registry.example.org:5000/team/web:${TAG:-1.0}@sha256:0123456789012345678901234567890123456789012345678901234567890123
          command: sh -c 'echo "$$A" && exec serve --port 80'
          entrypoint: ["/init", "--"]
          environment:
            <<: *env
            DATABASE_URL: postgres://app:hunter22@db/app
            API_KEY: hunter22
          ports: ["8080:80", "127.0.0.1:5000-5002:5000-5002/udp", {target: 90, published: 91}]
          expose: ["3000", 8000]
          volumes:
            - data:/data:ro,nocopy
            - ./conf/app.conf:/etc/app/app.conf
            - {type: tmpfs, target: /scratch, tmpfs: {size: 1m, mode: 1777}}
            - type: volume
              source: data
              target: /more
              volume: {nocopy: true}
          tmpfs: [/run, "/tmp:size=16m,mode=1777"]
          depends_on: {db: {condition: service_healthy, restart: true}, cache: {condition: service_started}}
          healthcheck: {test: "curl -f localhost || exit 1", interval: 10s, timeout: 3s, start_period: 1m30s}
          deploy:
            replicas: 1
            resources: {limits: {cpus: "0.5", memory: 256m, pids: 100}}
            restart_policy: {condition: any}
          configs: [{source: settings, target: /etc/settings, mode: 0440}]
          secrets: [password, {source: password, target: other, uid: "1000"}]
          links: ["db:database"]
          networks: {back: {aliases: [app]}, front: }
          labels: {a: b}
          ulimits: {nofile: {soft: 1024, hard: 2048}, core: 0}
          shm_size: 64m
          tty: true
          stdin_open: true
          platform: linux/amd64
          user: "1000:1000"
          working_dir: /srv
          stop_signal: SIGTERM
          stop_grace_period: 1m
          logging: {driver: syslog}
          cap_add: [CHOWN]
        db:
          image: postgres:16
          environment: ["POSTGRES_PASSWORD=hunter22", POSTGRES_DB=app]
          volumes: [/var/lib/postgresql/data]
          healthcheck: {test: [CMD, pg_isready, -h, localhost], interval: 5s}
          networks: [back]
        cache:
          image: redis
          restart: unless-stopped
          profiles: [debug]
      volumes: {data: {labels: [a=b]}}
      networks:
        back: {internal: true}
        front: {driver: bridge}
      configs:
        settings:
          content: |
            a=${A:-a}
      secrets:
        password: {environment: DB_PASSWORD}
      """;

  private EverySection() {}
}
