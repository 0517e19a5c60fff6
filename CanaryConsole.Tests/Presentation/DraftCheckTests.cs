using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class DraftCheckTests
{
    [Fact]
    public void Of_CompleteDraft_IsReadyAndInFractions()
    {
        var check = Check(Complete());

        Assert.Empty(check.Problems);
        Assert.Equal(
            new RolloutRequest
            {
                Endpoint = "media-ranker",
                PackageGroup = "media-ranker",
                PackageVersion = 8,
                Strategy = Strategy.Canary,
                BakeMinutes = 10,
                SoakMinutes = 30,
                ErrorRateLimit = 0.01,
                LatencyP99LimitMs = 100,
                ErrorRatioLimit = 1,
                MinimumRequests = 500,
                GuardTest = "sequential",
                FalseRollbackBudget = 0.01,
            },
            check.Request);
    }

    [Fact]
    public void Of_FailedLooks_AsksForThemAndPromisesNothing()
    {
        var draft = Complete();
        draft.Test = GuardTest.FailedLooks;
        draft.FalseRollbackBudget = "nonsense that is not asked for";

        var request = Check(draft).Request;

        Assert.Equal(("failedLooks", 2, 3, (double?)null), (request.GuardTest, request.FailedLooks, request.Looks, request.FalseRollbackBudget));
    }

    [Fact]
    public void Of_GuardrailsOfItsOwn_StandInsteadOfTheLimits()
    {
        var draft = Complete();
        draft.Guardrails.Add(GuardrailDraft.New("trafficSplit"));
        draft.ErrorRateLimit = "nonsense that is not asked for";

        var check = Check(draft);

        Assert.True(check.IsReady);
        Assert.Equal(("trafficSplit", null, null, null), (Assert.Single(check.Request.Guardrails!).Kind, check.Request.ErrorRateLimit, check.Request.LatencyP99LimitMs, check.Request.ErrorRatioLimit));
    }

    [Fact]
    public void Of_EmptyDraft_AsksForWhatIsMissing() => Assert.Equal(
        ["endpoint", "packageGroup", "packageVersion"], Check(new RolloutDraft()).Problems.Keys.Order());

    [Theory]
    [InlineData("abc", "Bake time \"abc\" is not a number; give 0 to 10,080 minutes.")]
    [InlineData("0,5", "Bake time \"0,5\" is not a number; give 0 to 10,080 minutes with a point for decimals.")]
    [InlineData("NaN", "Bake time \"NaN\" is not a number; give 0 to 10,080 minutes.")]
    [InlineData("-1", "Bake time: -1 minutes is out of bounds; give 0 to 10,080 minutes.")]
    [InlineData("10081", "Bake time: 10081 minutes is out of bounds; give 0 to 10,080 minutes.")]
    [InlineData("", "Bake time is empty; give 0 to 10,080 minutes.")]
    public void Of_BadBakeTime_NamesFieldValueAndBound(string typed, string problem)
    {
        var draft = Complete();
        draft.BakeMinutes = typed;

        Assert.Equal(problem, Check(draft).ProblemOf("bakeMinutes"));
    }

    [Theory]
    [InlineData("errorRateLimit", "101")]
    [InlineData("latencyP99LimitMs", "0")]
    [InlineData("latencyP99LimitMs", "60001")]
    [InlineData("errorRatioLimit", "0.9")]
    [InlineData("minimumRequests", "0")]
    [InlineData("minimumRequests", "1.5")]
    [InlineData("minimumRequests", "1000001")]
    [InlineData("falseRollbackBudget", "0")]
    [InlineData("falseRollbackBudget", "21")]
    [InlineData("looks", "61")]
    [InlineData("failedLooks", "4")]
    [InlineData("soakMinutes", "10081")]
    [InlineData("instanceCount", "0")]
    [InlineData("holdLimitMinutes", "x")]
    [InlineData("challengerVariant", "-bad")]
    [InlineData("challengerVariant", "champion")]
    [InlineData("championVariant", "nobody")]
    public void Of_OneBadField_IsThatFieldsProblemAlone(string field, string typed)
    {
        var draft = Complete();
        draft.Test = field is "looks" or "failedLooks" ? GuardTest.FailedLooks : GuardTest.Sequential;
        Type(draft, field, typed);

        Assert.Equal([field], Check(draft).Problems.Keys);
    }

    [Fact]
    public void Of_StepsThatDoNotRise_NamesTheStep()
    {
        var draft = Complete();
        draft.Strategy = Strategy.CustomSteps;
        draft.Steps[1].Share = "5";

        Assert.Equal("Share of step 2, 5 %, does not rise above the 5 % before it.", Check(draft).ProblemOf("steps[1].share"));
    }

    [Fact]
    public void Of_CustomSteps_BecomeFractions()
    {
        var draft = Complete();
        draft.Strategy = Strategy.CustomSteps;
        draft.Steps[2].Gate = true;

        Assert.Equal([new(0.05, 10), new(0.25, 10), new(0.5, 10, true)], Check(draft).Request.Steps!);
    }

    [Fact]
    public void Of_HeldEndpoint_NamesTheHolder() => Assert.Equal(
        "media-ranker is held by rollout media-ranker-20261121-1; only one rollout runs on an endpoint at a time.",
        DraftCheck.Of(Complete(), RolloutBuilder.Endpoint().Description, new RolloutId("media-ranker-20261121-1")).ProblemOf("endpoint"));

    [Fact]
    public void Of_ComparisonLeftOut_AsksForRatioZero()
    {
        var draft = Complete();
        draft.AgainstChampion = false;
        draft.ErrorRatioLimit = "nonsense that is not asked for";

        var check = Check(draft);

        Assert.True(check.IsReady);
        Assert.Equal(0, check.Request.ErrorRatioLimit);
    }

    [Fact]
    public void Of_LargePayload_NamesBothSizes()
    {
        var draft = Complete();
        draft.SmokePayload = new string('x', 65_537);

        Assert.Equal("The smoke payload is 65,537 bytes; give at most 65,536.", Check(draft).ProblemOf("smokePayload"));
    }

    private static DraftCheck Check(RolloutDraft draft) => DraftCheck.Of(draft, RolloutBuilder.Endpoint().Description, null);

    private static RolloutDraft Complete() => new() { Endpoint = "media-ranker", PackageGroup = "media-ranker", PackageVersion = "8" };

    private static void Type(RolloutDraft draft, string field, string typed)
    {
        switch (field)
        {
            case "errorRateLimit": draft.ErrorRateLimit = typed; break;
            case "latencyP99LimitMs": draft.LatencyLimitMs = typed; break;
            case "errorRatioLimit": draft.ErrorRatioLimit = typed; break;
            case "minimumRequests": draft.MinimumRequests = typed; break;
            case "falseRollbackBudget": draft.FalseRollbackBudget = typed; break;
            case "looks": draft.Looks = typed; break;
            case "failedLooks": draft.FailedLooks = typed; break;
            case "soakMinutes": draft.SoakMinutes = typed; break;
            case "instanceCount": draft.InstanceCount = typed; break;
            case "holdLimitMinutes": draft.HoldLimitMinutes = typed; break;
            case "challengerVariant": draft.ChallengerVariant = typed; break;
            case "championVariant": draft.ChampionVariant = typed; break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of this test.");
        }
    }
}
