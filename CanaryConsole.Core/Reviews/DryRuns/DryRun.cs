using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Reviews;

/// <summary>Asks every examiner's questions, a few at a time, each within a limit and all within another.</summary>
internal sealed class DryRun(
    PlanPreparation preparation, IEnumerable<IDryRunExaminer> examiners, TimeProvider clock, WallClock wall)
{
    private const int AtOnce = 4;

    /// <summary>For one question, its retries included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>For all of them.</summary>
    private static readonly TimeSpan WholeLimit = TimeSpan.FromSeconds(55);

    public async Task<DryRunReport> RunAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        using var whole = new CancellationTokenSource(WholeLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancellationToken);
        try
        {
            return await preparation.PrepareAsync(request, either.Token).ConfigureAwait(false) switch
            {
                PreparationResult.Refused refused => new DryRunReport(at, [
                    new DryRunCheck("Plan", refused.Kind is RefusalKind.Unavailable ? DryRunResult.Unknown : DryRunResult.Failed, refused.Reason)]),
                PreparationResult.Made made => new DryRunReport(at, [
                    new DryRunCheck("Plan", DryRunResult.Passed, null), .. await AskAsync(made.Prepared, either.Token, cancellationToken).ConfigureAwait(false)]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DryRunReport(at, [new DryRunCheck("Plan", DryRunResult.Unknown, $"The plan could not be checked within {WholeLimit.TotalSeconds:0} s; try again.")]);
        }
    }

    private async Task<IReadOnlyList<DryRunCheck>> AskAsync(PreparedPlan prepared, CancellationToken whole, CancellationToken caller)
    {
        var questions = examiners.SelectMany(examiner => examiner.Of(prepared)).ToList();
        var answers = new IReadOnlyList<DryRunCheck>[questions.Count];
        using var slots = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(questions.Select(async (question, index) => answers[index] = await OneAsync(question, slots, whole, caller).ConfigureAwait(false))).ConfigureAwait(false);
        return [.. answers.SelectMany(answer => answer)];
    }

    private async Task<IReadOnlyList<DryRunCheck>> OneAsync(DryRunQuestion question, SemaphoreSlim slots, CancellationToken whole, CancellationToken caller)
    {
        var entered = false;
        try
        {
            await slots.WaitAsync(whole).ConfigureAwait(false);
            entered = true;
            using var limit = new CancellationTokenSource(Limit, wall.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, whole);
            return await question.AskAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            return [new DryRunCheck(question.Name, DryRunResult.Unknown, DryRunWords.Unknown(failure))];
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return [new DryRunCheck(question.Name, DryRunResult.Unknown, "No answer came in time; run it again.")];
        }
        finally
        {
            if (entered)
            {
                slots.Release();
            }
        }
    }
}
