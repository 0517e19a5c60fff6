using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Brings the shadow variant up and takes it away.</summary>
internal sealed class ShadowPerformer(IShadowControl shadows) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) => action switch
    {
        RolloutAction.ShadowAction.AddShadow add => AfterAsync(shadows.AddShadowAsync(add.Addition, cancellationToken)),
        RolloutAction.ShadowAction.RemoveShadow remove => AfterAsync(shadows.RemoveShadowAsync(remove.Removal, cancellationToken)),
        _ => null,
    };

    private static async Task<Performed> AfterAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return new Performed(LookStands: false);
    }
}
