namespace CanaryConsole.Core.Endpoints;

/// <summary>
/// Shadow variants. SageMaker allows one, beside exactly one production variant. Each call asks only for what is not there yet, so it may be
/// made again; the cloud accepts first and applies later: only a description is proof. Every failure is a <see cref="CloudException"/>.
/// </summary>
public interface IShadowControl
{
    /// <summary>Starts the update to one production variant and one shadow. Variants that carry no weight are left behind.</summary>
    Task AddShadowAsync(ShadowAddition addition, CancellationToken cancellationToken);

    /// <summary>Starts the update that takes the shadow variant away; the production variant stays as it is.</summary>
    Task RemoveShadowAsync(VariantRemoval removal, CancellationToken cancellationToken);
}

/// <param name="Variant">The variant as it would be added in production.</param>
/// <param name="Sampling">The part of the requests it gets copies of; above 0.</param>
public sealed record ShadowAddition(VariantAddition Variant, Percentage Sampling);
