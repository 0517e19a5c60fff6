# The console listens on loopback only until sign-in exists, inside a container too: run it with `--network host`, or it can be reached from nowhere.
#   docker build -t canaryconsole .
#   docker run --rm --network host -v canaryconsole:/data canaryconsole

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node brings the chart library.
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish CanaryConsole -c Release -o /app

# The console carries its own runtime; the image needs only what that runtime needs.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /app .
RUN install -d -o "$APP_UID" -g "$APP_UID" /data
USER $APP_UID
ENV Storage__Path=/data/console.db ASPNETCORE_HTTP_PORTS=
VOLUME /data
EXPOSE 5080
# The image has no HTTP client, so the console asks itself.
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=3 CMD ["/app/CanaryConsole", "healthcheck"]
ENTRYPOINT ["/app/CanaryConsole"]
