namespace CanaryConsole.Core.Rollouts;

/// <summary>How the weights move. Each is a way to write down steps; the engine only knows the steps.</summary>
public enum Strategy
{
    Canary,
    Linear,
    CustomSteps,
    AllAtOnce,

    /// <summary>A shadow stage first, then the given steps or the default canary.</summary>
    Shadow,
}
