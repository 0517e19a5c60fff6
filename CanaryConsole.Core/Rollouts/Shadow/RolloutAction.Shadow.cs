using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

internal abstract partial record RolloutAction
{
    /// <summary>Actions of the shadow stage.</summary>
    public abstract record ShadowAction : RolloutAction
    {
        private ShadowAction()
        {
        }

        public sealed record AddShadow(ShadowAddition Addition) : ShadowAction;

        public sealed record RemoveShadow(VariantRemoval Removal) : ShadowAction;
    }
}
