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

    /// <summary>One split held for a set time, then a gate: a person promotes or rolls back.</summary>
    AbHold,

    /// <summary>Not by weights: SageMaker's deployment guardrails exchange the whole fleet for a new one.</summary>
    BlueGreen,

    /// <summary>Not by weights: SageMaker's deployment guardrails exchange the fleet's instances batch by batch.</summary>
    Rolling,
}
