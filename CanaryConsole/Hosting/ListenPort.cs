using System.Net;
using System.Net.Sockets;

namespace CanaryConsole.Hosting;

/// <summary>Tries the console's ports before anything starts, so that a second console stops before it has looked at an endpoint.</summary>
internal static class ListenPort
{
    /// <exception cref="StartupException">A port is taken, or not to be had.</exception>
    public static void RequireFree(IEnumerable<string> urls)
    {
        foreach (var uri in urls.Select(url => new Uri(url)).Where(uri => uri.Port != 0))
        {
            RequireFree(uri);
        }
    }

    private static void RequireFree(Uri uri)
    {
        var address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, uri.Port));
            socket.Listen();
        }
        catch (SocketException exception)
        {
            var problem = exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "is in use, perhaps by another console",
                SocketError.AccessDenied => "needs more rights than this user has",
                _ => $"cannot be listened on ({exception.Message})",
            };
            throw new StartupException($"Port {uri.Port} of {uri.Host} {problem}: stop what uses it, or choose another with --urls=http://localhost:PORT.", exception);
        }
    }
}
