using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>One guardrail of the form, as it was typed.</summary>
public sealed class GuardrailDraft
{
    public string Kind { get; set; } = GuardrailKind.ErrorRateLimit;

    public string Name { get; set; } = "";

    /// <summary>Percent for error rates and utilization, milliseconds for latency, the metric's own unit otherwise.</summary>
    public string Limit { get; set; } = "";

    public string Ratio { get; set; } = "";

    /// <summary>As in "99" for p99.</summary>
    public string Percentile { get; set; } = "99";

    public string Counted { get; set; } = "failures";

    public string Resource { get; set; } = "cpu";

    public string Minutes { get; set; } = "";

    public List<MetricTermDraft> Metrics { get; init; } = [];

    public string Expression { get; set; } = "";

    public string Unit { get; set; } = "none";

    public string LimitUnit { get; set; } = "";

    public string Fails { get; set; } = "above";

    public string AlarmName { get; set; } = "";

    public bool Enforcing { get; set; } = true;

    public string Severity { get; set; } = "critical";

    public string MissingData { get; set; } = "hold";

    /// <summary>Empty for the plan's.</summary>
    public string Test { get; set; } = "";

    public string BudgetWeight { get; set; } = "";

    public bool CatastropheTier { get; set; } = true;

    public string MinimumRequests { get; set; } = "";

    public string FailedLooks { get; set; } = "";

    public string Looks { get; set; } = "";

    /// <summary>Whether it counts failed looks in a plan of this test.</summary>
    public bool CountsLooks(GuardTest plans) => GuardrailKind.CountsLooksOnly(Kind)
        || (GuardrailKind.HasTest(Kind) && (Test is GuardTests.FailedLooks || (Test.Length == 0 && plans is GuardTest.FailedLooks)));

    /// <summary>A new row of a kind, with what is usual for it.</summary>
    public static GuardrailDraft New(string kind)
    {
        var draft = new GuardrailDraft();
        draft.Become(kind);
        return draft;
    }

    /// <summary>What was typed for another kind means nothing for this one.</summary>
    public void Become(string kind)
    {
        Kind = kind;
        Limit = kind switch
        {
            GuardrailKind.ErrorRateLimit => "1",
            GuardrailKind.LatencyLimit => "100",
            GuardrailKind.UtilizationLimit => "90",
            _ => "",
        };
        Enforcing = kind is not GuardrailKind.TrafficSplit;
        if (kind is GuardrailKind.MetricLimit && Metrics.Count == 0)
        {
            Metrics.Add(new MetricTermDraft { Namespace = "AWS/SageMaker", Dimensions = "EndpointName={endpoint}\nVariantName={variant}" });
        }
    }
}

/// <summary>One metric of a guardrail's query.</summary>
public sealed class MetricTermDraft
{
    public string Id { get; set; } = "";

    public string Namespace { get; set; } = "";

    public string MetricName { get; set; } = "";

    /// <summary>One a line, as in "EndpointName={endpoint}".</summary>
    public string Dimensions { get; set; } = "";

    public string Statistic { get; set; } = "Average";
}
