# The application. Build the product first: mvn -DskipTests package, then: docker build -t hoster/hoster:0.1.0 .
FROM eclipse-temurin:25-jre AS unpacked
COPY ui/target/hoster-ui-*.jar /build/hoster.jar
RUN cd /build && java -Djarmode=tools -jar hoster.jar extract --destination app

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 hoster \
 && useradd --uid 10001 --gid hoster --no-create-home --home-dir /var/lib/hoster --shell /usr/sbin/nologin hoster \
 && mkdir -p /var/lib/hoster \
 && chown hoster:hoster /var/lib/hoster
WORKDIR /opt/hoster
COPY production/ready /usr/local/bin/ready
COPY proxy-config/pages proxy-config/pages
COPY --from=unpacked /build/app/lib lib
COPY --from=unpacked /build/app/hoster.jar hoster.jar
ENV HOSTER_HOME=/var/lib/hoster \
    HOSTER_PROXY_CONFIG=/opt/hoster/proxy-config \
    JDK_JAVA_OPTIONS="-Xms96m -Xmx512m -XX:MaxHeapFreeRatio=40 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
USER hoster
ENTRYPOINT ["java", "-jar", "hoster.jar"]
