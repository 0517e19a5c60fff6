using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static readonly Dictionary<string, Func<RolloutState, RolloutInput>> ApprovalInputs = new()
    {
        ["approve, first of two"] = state => new RolloutInput.Approve(Soon(state), "ann", "fine"),
        ["approve, second of two"] = state => new RolloutInput.Approve(Soon(state), "ben", null, state.PlanDigest),
        ["approve, once more by the same"] = state => new RolloutInput.Approve(Soon(state), "Ann", "really"),
        ["approve, by whoever started it"] = state => new RolloutInput.Approve(Soon(state), "tester", null),
        ["approve, by whoever started it where that may be"] = state => new RolloutInput.Approve(Soon(state), "tester", null),
        ["approve, another plan"] = state => new RolloutInput.Approve(Soon(state), "ann", null, "another"),
    };

    private static readonly Dictionary<string, Func<RolloutState, RolloutState>> ApprovalStates = new()
    {
        ["approve, first of two"] = state => Asking(state, 2),
        ["approve, second of two"] = state => Approved(Asking(state, 2)),
        ["approve, once more by the same"] = state => Approved(Asking(state, 2)),
        ["approve, by whoever started it"] = state => Asking(state, 1),
        ["approve, by whoever started it where that may be"] = state => Asking(state, 1, self: true),
        ["approve, another plan"] = state => Asking(state, 1),
    };

    private static RolloutState Asking(RolloutState state, int approvals, bool self = false) =>
        state with { Plan = state.Plan with { Environment = new PlanEnvironment("prod", approvals, self) } };

    private static RolloutState Approved(RolloutState state) => state with { LatestApproval = new Approval("ann", state.PhaseSince, null, state.PlanDigest) };
}
