using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>Every phase against every input: the whole of what the engine does, written out.</summary>
public partial class TransitionTableTests
{
    private static readonly Dictionary<string, Func<RolloutState, RolloutInput>> CommonInputs = new()
    {
        ["approve"] = state => new RolloutInput.Approve(Soon(state), "ann", "fine"),
        ["pause"] = state => new RolloutInput.Pause(Soon(state), "ann", "lunch"),
        ["resume"] = state => new RolloutInput.Resume(Soon(state), "ann"),
        ["promote, all healthy"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(RolloutSamples.Healthy)]),
        ["promote, one undecided"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(new Verdict.Inconclusive("312 of 500 requests", 188))]),
        ["promote, nothing seen"] = state => new RolloutInput.Promote(Soon(state), "ann", []),
        ["move share to 10 %"] = state => new RolloutInput.MoveShare(Soon(state), "ann", Percentage.FromPercent(10), null),
        ["move share to 100 %"] = state => new RolloutInput.MoveShare(Soon(state), "ann", Percentage.Whole, null),
        ["roll back"] = state => new RolloutInput.RollBack(Soon(state), "ann", "looks odd", []),
        ["cancel"] = state => new RolloutInput.Cancel(Soon(state), "ann", "changed our mind"),
        ["look: as wanted, early, healthy"] = state => Look(Soon(state), AsWanted(state), RolloutSamples.Healthy),
        ["look: as wanted, late, healthy"] = state => Look(Late(state), AsWanted(state), RolloutSamples.Healthy),
        ["look: as wanted, late, undecided"] = state => Look(Late(state), AsWanted(state), new Verdict.Inconclusive("312 of 500 requests", 188)),
        ["look: as wanted, past the deadline, undecided"] = state => Look(PastDeadline(state), AsWanted(state), new Verdict.Inconclusive("312 of 500 requests", 188)),
        ["look: as wanted, no data"] = state => Look(Soon(state), AsWanted(state), new Verdict.NoData("no metrics")),
        ["look: as wanted, blind past the deadline"] = state => Look(PastDeadline(state), AsWanted(state), new Verdict.Blind("throttled")),
        ["look: as wanted, breach"] = state => Look(Soon(state), AsWanted(state), RolloutSamples.Breach),
        ["look: updating, breach"] = state => Look(Soon(state), AsWanted(state) with { Status = EndpointStatus.Updating }, RolloutSamples.Breach),
        ["look: updating towards other weights"] = state => Look(Soon(state), RolloutSamples.Endpoint(0.33, desired: 0.66, EndpointStatus.Updating), RolloutSamples.Healthy),
        ["look: updating towards the wanted weights"] = state => Look(Soon(state), AsWanted(state) with { Status = EndpointStatus.Updating }, RolloutSamples.Healthy),
        ["look: weights changed outside"] = state => Look(Soon(state), RolloutSamples.Endpoint(0.33), RolloutSamples.Healthy),
        ["look: challenger absent"] = state => Look(Soon(state), RolloutSamples.Endpoint(withChallenger: false), RolloutSamples.Healthy),
        ["look: endpoint failed"] = state => Look(Soon(state), AsWanted(state) with { Status = EndpointStatus.Failed, FailureReason = "no capacity" }, RolloutSamples.Healthy),
        ["look: endpoint failed, breach"] = state => Look(Soon(state), AsWanted(state) with { Status = EndpointStatus.Failed }, RolloutSamples.Breach),
        ["look: unreachable"] = state => new RolloutInput.Observe(Soon(state), null, "throttled", [RolloutSamples.Assessed(RolloutSamples.Healthy)]),
        ["smoke test passed"] = state => new RolloutInput.ReportSmokeTest(Soon(state), new SmokeTestResult(3, 3, TimeSpan.FromMilliseconds(31), null)),
        ["smoke test failed"] = state => new RolloutInput.ReportSmokeTest(Soon(state), new SmokeTestResult(1, 3, TimeSpan.FromMilliseconds(31), "status 500")),
        ["refused for good"] = state => new RolloutInput.ReportRefusal(Soon(state), "access denied"),
    };

    /// <summary>Every part of the engine adds its own; the table has a file for each.</summary>
    private static readonly Dictionary<string, Func<RolloutState, RolloutInput>> Inputs = CommonInputs
        .Concat(TaskInputs)
        .Concat(ProbeInputs)
        .Concat(ShadowInputs)
        .Concat(StepInputs)
        .Concat(ManagedInputs)
        .Concat(GuardInputs)
        .Concat(ApprovalInputs)
        .ToDictionary(input => input.Key, input => input.Value);

    /// <summary>The table says for each input which phases answer how; "-" is nothing, and no phase may be left out.</summary>
    public static TheoryData<string, RolloutPhase, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, RolloutPhase, string>();
            var input = "";
            foreach (var line in Directory.GetFiles(AppContext.BaseDirectory, "transition-table*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#'))
            {
                if (line[0] != ' ')
                {
                    input = line;
                    continue;
                }

                var parts = line.Split(" => ", StringSplitOptions.TrimEntries);
                foreach (var phase in parts[0].Split(' '))
                {
                    cells.Add(input, Enum.Parse<RolloutPhase>(phase), parts[1]);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_EveryPhaseAndInput_DoesWhatTheTableSays(string input, RolloutPhase phase, string expected)
    {
        var state = ProbeStates.GetValueOrDefault(input, ApprovalStates.GetValueOrDefault(input, state => state))(StateFor(input, phase));

        var outcome = Outcome(RolloutDecider.Decide(state, Inputs[input](state)));

        Assert.Equal(expected, outcome);
    }

    [Fact]
    public void Table_EveryPhaseAndInput_IsThereOnce()
    {
        var cells = Cells.Select(row => ((string)row[0], (RolloutPhase)row[1])).ToList();

        Assert.Equal(Inputs.Count * Enum.GetValues<RolloutPhase>().Length, cells.Count);
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.Equal(Inputs.Keys.Order(), cells.Select(cell => cell.Item1).Distinct().Order());
    }

    private static string Outcome(Decision decision) => decision switch
    {
        Decision.Refused => "refused",
        Decision.Accepted { Events.Count: 0 } => "-",
        Decision.Accepted accepted => string.Join(" + ", accepted.Events.Select(Describe)),
        _ => throw new InvalidOperationException(),
    };

    private static string Describe(RolloutEvent happened) => happened switch
    {
        RolloutEvent.StepStarted step => $"StepStarted({step.Step})",
        RolloutEvent.RollbackStarted started => $"RollbackStarted({(started.Automatic ? "auto" : "by hand")})",
        _ => happened.GetType().Name,
    };

    private static RolloutInput.Observe Look(DateTimeOffset at, EndpointDescription endpoint, Verdict verdict) =>
        new(at, endpoint, null, [RolloutSamples.Assessed(verdict)]) { Shadow = RolloutSamples.Sight };

    private static EndpointDescription AsWanted(RolloutState state) => state.IsShadowing ? RolloutSamples.Shadowed() : RolloutSamples.Endpoint(RolloutSamples.ShareIn(state));

    private static DateTimeOffset Soon(RolloutState state) => state.PhaseSince.AddMinutes(2);

    private static DateTimeOffset Late(RolloutState state) => (state.BakeEnds ?? state.PhaseSince).AddMinutes(1);

    private static DateTimeOffset PastDeadline(RolloutState state) => Late(state) + state.Plan.HoldLimit;
}
