using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class EvidenceGatheringTests
{
    [Fact]
    public void Gather_NothingSeen_IsNone()
    {
        Assert.Equal(Evidence.None with { RequiredRequests = 500 }, EvidenceGathering.Gather(ErrorRate, View([])));
    }

    [Fact]
    public void Gather_BothArms_CountsTheWholeShareAndTheLatestLook()
    {
        var evidence = EvidenceGathering.Gather(ErrorRate, View(Series(60, requests: 20, errors: 1), Series(60, requests: 380)));

        Assert.Equal((1_200, 60, 22_800, 0), (evidence.Challenger.Requests, evidence.Challenger.Bad, evidence.Champion.Requests, evidence.Champion.Bad));
        Assert.Equal((500, 25, 3, 3), (evidence.LookRequests, evidence.LookBad, evidence.LooksTaken, evidence.LooksFailed));
        Assert.Equal(5, evidence.Strength, 9);
    }

    [Fact]
    public void Gather_SomeWindowsUnsettled_CountsTheSettledApart()
    {
        var evidence = EvidenceGathering.Gather(ErrorRate, View(Series(60, requests: 20), settleDelay: TimeSpan.FromMinutes(2)));

        Assert.Equal((1_200, 960), (evidence.Challenger.Requests, evidence.SettledRequests));
    }

    [Fact]
    public void Gather_LimitOfZero_AnyErrorIsBeyondIt()
    {
        var strict = ErrorRate with { Rule = new GuardrailRule.ErrorRateLimit(CanaryConsole.Core.Percentage.Zero) };

        Assert.Equal(0, EvidenceGathering.Gather(strict, View(Series(60, requests: 20))).LooksFailed);
        Assert.Equal(3, EvidenceGathering.Gather(strict, View(Series(60, requests: 20, errors: 1))).LooksFailed);
    }
}
