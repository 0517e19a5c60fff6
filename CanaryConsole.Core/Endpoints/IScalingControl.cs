using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Endpoints;

/// <summary>Automatic scaling of variants. Each change may be asked for again. Every failure is a <see cref="CloudException"/>.</summary>
public interface IScalingControl
{
    /// <summary>The scaling of those of these variants that have any; at most 50 are asked for.</summary>
    Task<IReadOnlyList<VariantScaling>> ReadAsync(string endpoint, IReadOnlyList<string> variants, CancellationToken cancellationToken);

    /// <summary>Makes the variant's scaling this one: bounds, suspension and policies; other policies of the variant are deleted.</summary>
    Task PutAsync(string endpoint, VariantScaling scaling, CancellationToken cancellationToken);

    /// <summary>Ends the variant's scaling with its policies. One that has none is left as it is.</summary>
    Task RemoveAsync(string endpoint, string variant, CancellationToken cancellationToken);

    /// <summary>Scaling that follows a target, by one policy of the console's own. Pure.</summary>
    VariantScaling Tracking(string endpoint, string variant, ChallengerScaling scaling);

    /// <summary>The same scaling for another variant: metrics that are read of the old one by name are read of the new one. Pure.</summary>
    VariantScaling MovedTo(VariantScaling scaling, string variant);
}
