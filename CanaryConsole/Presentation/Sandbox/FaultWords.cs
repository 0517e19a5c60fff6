using System.Globalization;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Presentation.Sandbox;

/// <summary>Faults in the words of the page.</summary>
internal static class FaultWords
{
    private static readonly string[] Targets = ["operation", "endpoint", "variant"];

    /// <summary>What a fault strikes and how hard: "media-ranker / champion · 5 % of its requests".</summary>
    public static string Target(FaultInForce fault)
    {
        var values = fault.Values;
        var target = string.Join(" / ", Targets.Select(values.GetValueOrDefault).Where(value => value is not null));
        var measure = fault.Kind switch
        {
            "throttle" => $"{Percent(values, "rate")} of the calls",
            "late-metrics" => $"{values.GetValueOrDefault("seconds")} s later",
            "partial-metrics" => $"{Percent(values, "share")} of the newest minute shows",
            "variant-errors" or "endpoint-errors" => $"{Percent(values, "share")} of the requests fail",
            "client-errors" => $"{Percent(values, "share")} of the requests are answered with 400",
            "pinned-clients" => $"{Percent(values, "share")} of the requests name it",
            "variant-utilization" => $"{Choice(values.GetValueOrDefault("resource") ?? "")} at {values.GetValueOrDefault("percent")} % or more",
            "variant-latency" or "endpoint-latency" => $"{values.GetValueOrDefault("factor")} times as long",
            "refuse-updates" => Choice(values.GetValueOrDefault("reason") ?? ""),
            _ => "",
        };
        var struck = target.Length > 0 ? target : Everything(fault.Kind);
        var refused = fault.Refused > 0 ? $"{CountText.Of(fault.Refused)} refused so far" : "";
        return string.Join(" · ", new List<string> { struck, measure, refused }.Where(part => part.Length > 0));
    }

    public static string Choice(string choice) => choice switch
    {
        "in-progress" => "another update is in progress",
        "resource-limit" => "the account's instances are used up",
        "cpu" => "CPU",
        _ => choice,
    };

    /// <summary>The bounds of a number: "above 0 and at most 1", "from 1 to 3600".</summary>
    public static string? Bounds(FaultOfferField field) => (field.Above, field.Minimum, field.Maximum) switch
    {
        ({ } above, _, { } most) => string.Create(CultureInfo.InvariantCulture, $"above {above} and at most {most}"),
        (_, { } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"),
        _ => null,
    };

    /// <summary>What a select says when nothing is chosen and nothing needs to be.</summary>
    public static string Any(FaultOfferField field) => field.IsRequired ? $"choose {Article(field.Type)} {field.Type}" : $"every {field.Type}";

    /// <summary>Beside the menu's entry and in the header: "2 faults active".</summary>
    public static string Count(int faults) => CountText.Of(faults, "fault", "faults");

    private static string Everything(string kind) => kind switch
    {
        "throttle" => "every operation",
        "expired-credentials" => "every call",
        _ => "every endpoint",
    };

    private static string Article(string noun) => "aeiou".Contains(noun[0]) ? "an" : "a";

    private static string Percent(IReadOnlyDictionary<string, string> values, string name) =>
        double.TryParse(values.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %")
            : "?";
}
