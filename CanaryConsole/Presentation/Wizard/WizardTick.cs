namespace CanaryConsole.Presentation.Wizard;

/// <summary>One step in the bar.</summary>
/// <param name="IsNow">It is on show.</param>
/// <param name="IsDone">Seen, and nothing is wrong in it.</param>
/// <param name="IsWrong">Something in it is wrong and said so.</param>
public sealed record WizardTick(WizardStep Step, int Number, string Title, bool IsNow, bool IsDone, bool IsWrong)
{
    /// <summary>How it stands, for those who do not see its colour.</summary>
    public string Word => IsWrong ? "needs another look" : IsNow ? "now" : IsDone ? "done" : "to do";

    /// <param name="furthest">The furthest step that was on show.</param>
    internal static IReadOnlyList<WizardTick> Of(DraftSession session, WizardStep now, WizardStep furthest) =>
        [.. WizardSteps.All.Select(step => new WizardTick(
            step,
            (int)step + 1,
            WizardSteps.Title(step),
            step == now,
            step != now && step < furthest && session.ProblemsIn(step).Count == 0,
            session.ShowsProblemIn(WizardSteps.Fields(step))))];
}
