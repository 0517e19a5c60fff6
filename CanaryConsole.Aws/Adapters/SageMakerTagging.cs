using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerTagging(IAmazonSageMaker sageMaker) : ITagging
{
    private const int MostTags = 200;

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string resourceArn, CancellationToken cancellationToken)
    {
        var listed = Paginator.ItemsAsync(
            (token, stop) => sageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = resourceArn, NextToken = token }, stop),
            page => page.Tags,
            cancellationToken: cancellationToken);
        var tags = await CloudCall.RunAsync("ListTags", $"\"{resourceArn}\"", () => listed.FirstAsync(MostTags), cancellationToken).ConfigureAwait(false);
        return new SortedDictionary<string, string>(
            tags.DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key ?? "", tag => tag.Value ?? "", StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public Task PutAsync(string resourceArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => tags.Count == 0
        ? Task.CompletedTask
        : CloudCall.RunAsync(
            "AddTags",
            $"\"{resourceArn}\"",
            () => sageMaker.AddTagsAsync(new AddTagsRequest { ResourceArn = resourceArn, Tags = TagText.Of(tags) }, cancellationToken),
            cancellationToken);

    public Task RemoveAsync(string resourceArn, IReadOnlyList<string> keys, CancellationToken cancellationToken) => keys.Count == 0
        ? Task.CompletedTask
        : CloudCall.RunAsync(
            "DeleteTags",
            $"\"{resourceArn}\"",
            () => sageMaker.DeleteTagsAsync(new DeleteTagsRequest { ResourceArn = resourceArn, TagKeys = [.. keys] }, cancellationToken),
            cancellationToken);
}
