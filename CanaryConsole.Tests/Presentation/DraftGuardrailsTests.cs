using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Tests.Presentation;

public sealed class DraftGuardrailsTests
{
    [Theory]
    [InlineData("101", "Guardrail 1's error rate: 101 % is out of bounds; give 0 to 100 %.")]
    [InlineData("", "Guardrail 1's error rate is empty; give 0 to 100 %.")]
    public void Of_LimitThatCannotBe_IsSaidAtItsField(string limit, string said) =>
        Assert.Equal(said, Problem(new GuardrailDraft { Limit = limit }, "guardrails[0].limit"));

    [Fact]
    public void Of_AlarmWithoutAName_IsSaidAtItsField() => Assert.Equal(
        "Guardrail 1's alarm has no name; give an alarm's name as CloudWatch shows it.", Problem(GuardrailDraft.New(GuardrailKind.AlarmState), "guardrails[0].alarmName"));

    [Fact]
    public void Of_MoreFailedLooksThanLooks_IsSaidAtItsField() => Assert.Equal(
        "Guardrail 1's failed looks: 4 is out of bounds; give 1 to 3.", Problem(new GuardrailDraft { Limit = "1", FailedLooks = "4", Looks = "3", Test = "failedLooks" }, "guardrails[0].failedLooks"));

    [Fact]
    public void Of_TwoMetricsWithoutAnExpression_AsksWhatIsMadeOfThem()
    {
        var draft = GuardrailDraft.New(GuardrailKind.MetricLimit);
        draft.Metrics.Add(new MetricTermDraft { Namespace = "Shop", MetricName = "Baskets" });

        Assert.StartsWith("Guardrail 1's expression is empty", Problem(draft, "guardrails[0].expression"));
        Assert.StartsWith("The name of metric 1 of guardrail 1 is empty", Problem(draft, "guardrails[0].metrics[0].metricName"));
    }

    [Theory]
    [InlineData("EndpointName")]
    [InlineData("=x")]
    [InlineData("a=1\na=2")]
    public void Of_DimensionThatIsNone_IsSaidAtItsField(string dimensions)
    {
        var draft = GuardrailDraft.New(GuardrailKind.MetricLimit);
        draft.Metrics[0].Dimensions = dimensions;

        Assert.Contains("cannot be used; give one a line", Problem(draft, "guardrails[0].metrics[0].dimensions"));
    }

    [Fact]
    public void Of_EveryKind_HasUsualValuesThatOnlyLackNames()
    {
        var fields = new DraftFields();

        DraftGuardrails.Of([.. GuardrailKind.All.Select(kind => GuardrailDraft.New(kind.Name))], GuardTest.Sequential, fields);

        Assert.Equal(["guardrails[6].limit", "guardrails[6].metrics[0].metricName", "guardrails[7].alarmName"], fields.Problems.Keys.Order());
    }

    [Fact]
    public void Of_KindThatWasChanged_SendsNothingOfTheKindBefore()
    {
        var draft = new GuardrailDraft { Limit = "5", Counted = "all", Test = "failedLooks", CatastropheTier = false };
        draft.Become(GuardrailKind.TrafficSplit);

        var request = Assert.Single(DraftGuardrails.Of([draft], GuardTest.FailedLooks, new DraftFields()));

        Assert.Equal(new() { Kind = "trafficSplit" }, request);
    }

    private static string? Problem(GuardrailDraft draft, string field)
    {
        var fields = new DraftFields();
        DraftGuardrails.Of([draft], GuardTest.Sequential, fields);
        return fields.Problems.GetValueOrDefault(field);
    }
}
