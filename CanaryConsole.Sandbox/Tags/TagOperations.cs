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
        operations.Add<DeleteTagsRequest, DeleteTagsResponse>("SageMaker.DeleteTags", Delete);
    }

    /// <summary>Adds tags to a resource or changes those it has.</summary>
    public static IReadOnlyList<Tag> Put(World world, string arn, IReadOnlyList<Tag>? tags)
    {
        Check(tags);
        var all = world.Tags.TryGetValue(arn, out var existing) ? existing.ToDictionary(tag => tag.Key!, tag => tag) : [];
        foreach (var tag in tags ?? [])
        {
            all[tag.Key!] = tag;
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

    /// <summary>What tags must be beside their bounds, for those who check before they create.</summary>
    public static void Check(IReadOnlyList<Tag>? tags)
    {
        if (tags?.Any(tag => tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) == true)
        {
            throw AwsErrorException.Validation("System tags cannot be added/updated by requester");
        }

        if (tags?.GroupBy(tag => tag.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw AwsErrorException.Validation($"Duplicate tag keys found: {twice.Key}");
        }
    }

    private static AddTagsResponse Add(AddTagsRequest request, World world, DateTimeOffset now) =>
        new() { Tags = [.. Put(world, Existing(world, request.ResourceArn), Require.Present(request.Tags, "tags"))] };

    private static ListTagsResponse List(ListTagsRequest request, World world, DateTimeOffset now)
    {
        var arn = Existing(world, request.ResourceArn);
        var page = Page.Of(world.Tags.GetValueOrDefault(arn) ?? [], request.MaxResults, request.NextToken, defaultSize: MaximumTags);
        return new ListTagsResponse { Tags = page.Items, NextToken = page.NextToken };
    }

    private static DeleteTagsResponse Delete(DeleteTagsRequest request, World world, DateTimeOffset now)
    {
        var arn = Existing(world, request.ResourceArn);
        var keys = Require.Present(request.TagKeys, "tagKeys");

        // The list is replaced, because an answer that is being written may share it.
        if (world.Tags.TryGetValue(arn, out var tags))
        {
            world.Tags[arn] = [.. tags.Where(tag => !keys.Contains(tag.Key!))];
        }

        return new DeleteTagsResponse();
    }

    private static string Existing(World world, string? arn)
    {
        Require.Present(arn, "resourceArn");
        var isKnown = world.Endpoints.All.Any(endpoint => Is(endpoint.Arn))
            || world.EndpointConfigs.All.Any(config => Is(config.Arn))
            || world.Experiments.All.Any(experiment => Is(experiment.Arn))
            || world.Models.All.Any(model => Is(model.Arn))
            || world.Registry.Groups.Any(group => Is(group.Arn))
            || world.Registry.Packages.Any(package => Is(package.Arn));
        return isKnown ? arn : throw AwsErrorException.Validation($"Could not find resource \"{arn}\".");

        bool Is(string? known) => string.Equals(known, arn, StringComparison.OrdinalIgnoreCase);
    }
}
