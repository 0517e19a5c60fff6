using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class PaginatorTests
{
    private readonly List<string?> _asked = [];

    [Fact]
    public async Task Items_OfThreePages_ComeInOrder()
    {
        Assert.Equal(["a", "b", "c", "d"], await ReadAsync(Paginator.ItemsAsync(Serve(("1", ["a", "b"]), ("2", []), (null, ["c", "d"])), page => page.Endpoints)));
        Assert.Equal([null, "1", "2"], _asked);
    }

    [Fact]
    public async Task Items_ReaderStopsEarly_LaterPagesAreNotAskedFor()
    {
        await foreach (var item in Paginator.ItemsAsync(Serve(("1", ["a"]), (null, ["b"])), page => page.Endpoints))
        {
            Assert.Equal("a", item.EndpointName);
            break;
        }

        Assert.Equal([null], _asked);
    }

    [Fact]
    public async Task Pages_TokenThatCameBefore_EndTheList()
    {
        var error = await Assert.ThrowsAsync<PaginationException>(
            () => ReadAsync(Paginator.ItemsAsync(Serve(("1", ["a"]), ("2", ["b"]), ("1", ["a"])), page => page.Endpoints)));

        Assert.Equal("ListEndpointsResponse number 3 carries the NextToken of an earlier page: the list would never end.", error.Message);
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public async Task Pages_MoreThanTheLimit_EndTheList()
    {
        var error = await Assert.ThrowsAsync<PaginationException>(
            () => ReadAsync(Paginator.ItemsAsync(Serve(("1", ["a"]), ("2", ["b"]), (null, ["c"])), page => page.Endpoints, mostPages: 2)));

        Assert.Equal("ListEndpointsResponse goes on after 2 pages, the most that are read.", error.Message);
        Assert.Equal(2, _asked.Count);
    }

    private static async Task<List<string?>> ReadAsync(IAsyncEnumerable<EndpointSummary> items)
    {
        var names = new List<string?>();
        await foreach (var item in items)
        {
            names.Add(item.EndpointName);
        }

        return names;
    }

    private Func<string?, CancellationToken, Task<ListEndpointsResponse>> Serve(params (string? Next, string[] Names)[] pages) => (token, _) =>
    {
        var (next, names) = pages[_asked.Count];
        _asked.Add(token);
        return Task.FromResult(new ListEndpointsResponse { NextToken = next, Endpoints = [.. names.Select(name => new EndpointSummary { EndpointName = name })] });
    };
}
