using System.Globalization;

namespace CanaryConsole.Core.Reviews;

/// <summary>Who must say yes, and when. Pure.</summary>
internal static class ApprovalWords
{
    public static IReadOnlyList<string> Of(ReviewGround ground) =>
    [
        .. Start(ground),
        .. ground.Plan.Shadow is { Gate: true } ? ["A person must approve after the shadow stage."] : Array.Empty<string>(),
        .. ground.Plan.Steps.Where(step => step.Gate).Select(step => $"A person must approve after {step.Share}."),
    ];

    private static IEnumerable<string> Start(ReviewGround ground)
    {
        if (ground.Environment is { Approvals: > 0 and var number } environment)
        {
            var who = environment.SelfApproval ? "whoever starts it may be one of them" : "not by whoever starts it";
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Environment {environment.Name} asks for {number} {(number == 1 ? "approval" : "approvals by different people")} before anything is prepared, {who}.");
        }
        else if (ground.Plan.ApprovalRequired)
        {
            yield return "A person must approve before anything is prepared.";
        }
    }
}
