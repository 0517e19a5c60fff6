using System.Diagnostics;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>An endpoint and its real states: a change takes its time, and until it is done no other is accepted and the old weights serve.</summary>
internal sealed class Endpoint
{
    private readonly SandboxOptions _options;

    private Endpoint(SandboxOptions options, string name, EndpointConfig config, IReadOnlyList<Variant> variants, DateTimeOffset now)
    {
        (_options, Name, Arn, Config, Variants, CreatedAt, LastModifiedAt) = (options, name, Sandbox.Arn.Endpoint(name), config, variants, now, now);
        RefuseNoWeight(variants);
    }

    public string Name { get; }

    public string Arn { get; }

    public EndpointConfig Config { get; private set; }

    public IReadOnlyList<Variant> Variants { get; private set; }

    public EndpointStatus Status { get; private set; } = EndpointStatus.Creating;

    public string? FailureReason { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastModifiedAt { get; private set; }

    public DeploymentConfig? LastDeploymentConfig { get; private set; }

    public EndpointChange? Change { get; private set; }

    public bool IsDeleted { get; private set; }

    public bool IsServing => Status == EndpointStatus.InService || Status == EndpointStatus.Updating;

    public static Endpoint Create(SandboxOptions options, string name, EndpointConfig config, IReadOnlyList<Variant> variants, DateTimeOffset now) =>
        new(options, name, config, variants, now) { Change = new EndpointChange.Creation(now, now + options.EndpointCreating) };

    /// <summary>An endpoint that has been serving for a while.</summary>
    public static Endpoint Serving(SandboxOptions options, string name, EndpointConfig config, IReadOnlyList<Variant> variants, DateTimeOffset since) =>
        new(options, name, config, [.. variants.Select(variant => variant.Settled())], since) { Status = EndpointStatus.InService };

    public void UpdateWeightsAndCapacities(IReadOnlyList<DesiredWeightAndCapacity> desired, DateTimeOffset now)
    {
        RefuseUnlessSettled();
        var variants = DesiredCapacities.Apply(this, desired);
        RefuseNoWeight(variants);
        var startsInstances = variants.Any(variant => variant.DesiredInstanceCount > variant.CurrentInstanceCount);
        Variants = variants;
        Begin(EndpointStatus.Updating, new EndpointChange.Shift(now, now + (startsInstances ? _options.FleetUpdating : _options.WeightUpdating)));
    }

    public void Replace(EndpointConfig config, IReadOnlyList<Variant> variants, DeploymentConfig? deployment, DateTimeOffset now)
    {
        RefuseUnlessSettled();
        RefuseNoWeight(variants);
        LastDeploymentConfig = deployment;
        Begin(EndpointStatus.Updating, new EndpointChange.Replacement(now, now + _options.FleetUpdating, config, variants));
    }

    public void Delete(DateTimeOffset now)
    {
        if (Change is not null)
        {
            throw InProgress();
        }

        Begin(EndpointStatus.Deleting, new EndpointChange.Deletion(now, now + _options.EndpointDeleting));
    }

    /// <summary>Finishes what is due.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        if (Change is not { } change || change.DueAt > now)
        {
            return;
        }

        Change = null;
        LastModifiedAt = change.DueAt;
        switch (change)
        {
            case EndpointChange.Creation when Broken(Variants) is { } broken:
                Status = EndpointStatus.Failed;
                FailureReason = $"The primary container for production variant {broken.Name} did not pass the ping health check."
                    + " Please check CloudWatch logs for this endpoint.";
                break;
            case EndpointChange.Creation or EndpointChange.Shift:
                Settle(Variants);
                break;
            case EndpointChange.Replacement replacement when Broken(replacement.Variants) is not null:
                // As in the field: the endpoint is in service again, on the old config, and gives no reason.
                Status = EndpointStatus.InService;
                break;
            case EndpointChange.Replacement replacement:
                Config = replacement.Config;
                Settle(replacement.Variants);
                break;
            case EndpointChange.Deletion:
                IsDeleted = true;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static Variant? Broken(IReadOnlyList<Variant> variants) => variants.FirstOrDefault(variant => !variant.Model.AnswersPing);

    private static void RefuseNoWeight(IReadOnlyList<Variant> variants)
    {
        if (!(variants.Sum(variant => (double)variant.DesiredWeight) > 0))
        {
            throw AwsErrorException.Validation("The sum of the weights of all production variants must be greater than 0.");
        }
    }

    private void Settle(IReadOnlyList<Variant> variants)
    {
        Variants = [.. variants.Select(variant => variant.Settled())];
        Status = EndpointStatus.InService;
    }

    private void Begin(EndpointStatus status, EndpointChange change) => (Status, Change, LastModifiedAt) = (status, change, change.StartedAt);

    private void RefuseUnlessSettled()
    {
        if (Change is not null)
        {
            throw InProgress();
        }

        if (Status != EndpointStatus.InService)
        {
            throw AwsErrorException.Validation($"Cannot update endpoint \"{Arn}\" with status \"{Status}\".");
        }
    }

    private AwsErrorException InProgress() => AwsErrorException.Validation($"Cannot update in-progress endpoint \"{Arn}\".");
}
