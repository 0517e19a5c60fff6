namespace CanaryConsole.Aws.Adapters;

internal static class Utc
{
    public static DateTimeOffset ToOffset(this DateTime? timestamp) =>
        timestamp is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)) : default;
}
