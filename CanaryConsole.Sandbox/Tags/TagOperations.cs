using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Tags;

internal static class TagOperations
{
    private const int MaximumTags = 50;

    public static void Register(OperationTable operations)
    {
        operations.Add<AddTagsRequest, AddTagsResponse>("SageMaker.AddTags", Add);
        operations.Add<ListTagsRequest, ListTagsResponse>("SageMaker.ListTags", List);
    }

    /// <summary>Adds tags to a resource or changes those it has.</summary>
    public static IReadOnlyList<Tag> Put(World world, string arn, IReadOnlyList<Tag>? tags)
    {
        var all = world.Tags.TryGetValue(arn, out var existing) ? existing.ToDictionary(tag => tag.Key!, tag => tag) : [];
        foreach (var tag in tags ?? [])
        {
            if (tag.Key is not { Length: >= 1 and <= 128 })
            {
                throw AwsErrorException.Constraint("tags.1.member.key", tag.Key, "Member must have length between 1 and 128");
            }

            if (tag.Value is not { Length: <= 256 })
            {
                throw AwsErrorException.Constraint("tags.1.member.value", tag.Value, "Member must have length less than or equal to 256");
            }

            all[tag.Key] = tag;
        }

        if (all.Count > MaximumTags)
        {
            throw AwsErrorException.Validation($"The number of tags of \"{arn}\" must not exceed {MaximumTags}.");
        }

        if (all.Count > 0)
        {
            world.Tags[arn] = [.. all.Values];
        }

        return [.. all.Values];
    }

    private static AddTagsResponse Add(AddTagsRequest request, World world, DateTimeOffset now) =>
        new() { Tags = [.. Put(world, Existing(world, request.ResourceArn), Require.Present(request.Tags, "tags"))] };

    private static ListTagsResponse List(ListTagsRequest request, World world, DateTimeOffset now)
    {
        var arn = Existing(world, request.ResourceArn);
        return new ListTagsResponse { Tags = world.Tags.TryGetValue(arn, out var tags) ? [.. tags] : [] };
    }

    private static string Existing(World world, string? arn)
    {
        Require.Present(arn, "resourceArn");
        var isKnown = world.Endpoints.All.Any(endpoint => Is(endpoint.Arn))
            || world.EndpointConfigs.All.Any(config => Is(config.Arn))
            || world.Experiments.All.Any(experiment => Is(experiment.Arn))
            || world.Models.All.Any(model => Is(model.Arn))
            || world.ModelPackageGroups.Any(group => Is(group.Summary.ModelPackageGroupArn) || group.Versions.Any(version => Is(version.ModelPackageArn)));
        return isKnown ? arn : throw AwsErrorException.Validation($"Could not find resource \"{arn}\".");

        bool Is(string? known) => string.Equals(known, arn, StringComparison.OrdinalIgnoreCase);
    }
}
