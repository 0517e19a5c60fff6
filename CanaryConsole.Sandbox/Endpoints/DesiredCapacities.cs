using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>Reads what UpdateEndpointWeightsAndCapacities asks for onto the variants of a fleet, shadow variants too.</summary>
internal static class DesiredCapacities
{
    public static Fleet Apply(Fleet fleet, IReadOnlyList<DesiredWeightAndCapacity> desired)
    {
        foreach (var one in desired)
        {
            Refuse(one);
        }

        var known = fleet.All.Select(variant => variant.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = desired.Select(one => one.VariantName!).Where(name => !known.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw AwsErrorException.Validation(
                $"The variant name(s) \"{string.Join(", ", unknown)}\" is/are not present within endpoint configuration \"{fleet.Config.Arn}\".");
        }

        if (desired.Select(one => one.VariantName).Distinct(StringComparer.Ordinal).Count() != desired.Count)
        {
            throw AwsErrorException.Validation("The variant names in desiredWeightsAndCapacities must be unique.");
        }

        // Amazon's own rule: the weights of many variants, or the capacity of one.
        if (desired.Count > 1 && desired.Count(one => one.DesiredInstanceCount is not null) > 1)
        {
            throw AwsErrorException.Validation("Only one variant's capacity can be updated at a time.");
        }

        var byName = desired.ToDictionary(one => one.VariantName!, StringComparer.Ordinal);
        foreach (var variant in fleet.All)
        {
            if (byName.TryGetValue(variant.Name, out var wanted))
            {
                ServerlessRules.Refuse(variant, wanted);
            }
        }

        return fleet.Each(variant => byName.TryGetValue(variant.Name, out var wanted) ? With(variant, wanted) : variant);
    }

    private static Variant With(Variant variant, DesiredWeightAndCapacity wanted) => variant with
    {
        DesiredWeight = wanted.DesiredWeight ?? variant.DesiredWeight,
        DesiredInstanceCount = wanted.DesiredInstanceCount ?? variant.DesiredInstanceCount,
        DesiredServerless = wanted.ServerlessUpdateConfig is { } update ? ServerlessRules.Updated(variant.DesiredServerless!, update) : variant.DesiredServerless,
    };

    private static void Refuse(DesiredWeightAndCapacity desired)
    {
        const string List = "desiredWeightsAndCapacities.1.member";
        if (desired.DesiredWeight is { } weight && !(weight >= 0 && float.IsFinite(weight)))
        {
            throw AwsErrorException.Constraint($"{List}.desiredWeight", weight, "Member must have value greater than or equal to 0");
        }

        Require.Between(desired.DesiredInstanceCount, $"{List}.desiredInstanceCount", 0, 1000);
        if (desired is { DesiredWeight: null, DesiredInstanceCount: null, ServerlessUpdateConfig: null })
        {
            throw AwsErrorException.Validation($"Either desiredWeight or desiredInstanceCount must be specified for variant \"{desired.VariantName}\".");
        }
    }
}
