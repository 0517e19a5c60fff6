using System.Collections.Concurrent;
using System.Reflection;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Stands for one of the typed AWS clients: hands each request on as it is, by its operation's name, without a socket.</summary>
public class WireProxy : DispatchProxy
{
    private static readonly ConcurrentDictionary<MethodInfo, (string Operation, Func<IWire, string, object, object> Ask)> Methods = new();

    private IWire _wire = null!;

    internal static TClient To<TClient>(IWire wire)
        where TClient : class
    {
        var client = Create<TClient, WireProxy>();
        ((WireProxy)(object)client)._wire = wire;
        return client;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IDisposable.Dispose))
        {
            return null;
        }

        var (operation, ask) = Methods.GetOrAdd(targetMethod, Bind);
        return ask(_wire, operation, args![0]!);
    }

    private static (string Operation, Func<IWire, string, object, object> Ask) Bind(MethodInfo method)
    {
        var response = method.ReturnType.GetGenericArguments()[0];
        var ask = typeof(IWire).GetMethod(nameof(IWire.AskAsync))!.MakeGenericMethod(response);
        return (method.Name[..^"Async".Length], (wire, operation, request) => ask.Invoke(wire, BindingFlags.DoNotWrapExceptions, null, [operation, request], null)!);
    }
}

/// <summary>Where the requests of a client go.</summary>
internal interface IWire
{
    Task<TResponse> AskAsync<TResponse>(string operation, object request)
        where TResponse : class, new();
}
