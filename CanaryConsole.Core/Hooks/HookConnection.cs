using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace CanaryConsole.Core.Hooks;

/// <summary>Connections to hooks: straight to the host, no proxy, no redirects, no cookies, and never to an address that a public name should not have.</summary>
internal static class HookConnection
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(1);

    /// <param name="tls">Whom to trust; null for what the machine trusts.</param>
    public static HttpMessageInvoker Create(SslClientAuthenticationOptions? tls = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionIdleTimeout = IdleLimit,
            PooledConnectionLifetime = IdleLimit,
            ConnectCallback = ConnectAsync,
        };
        if (tls is not null)
        {
            handler.SslOptions = tls;
        }

        return new HttpMessageInvoker(handler);
    }

    /// <summary>Refused although the name is allowed: a name can be made to point anywhere, at the cloud's metadata or back at this machine.</summary>
    public static bool IsForbidden(IPAddress address, string host)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return !IsLoopbackName(host);
        }

        return plain.AddressFamily is AddressFamily.InterNetworkV6
            ? plain.IsIPv6LinkLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any)
            : plain.GetAddressBytes() is [0, ..] or [169, 254, ..] or [>= 224, ..];
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var literal) && IPAddress.IsLoopback(literal));

    // The addresses that were looked at are the ones connected to: the name is not resolved a second time.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        if (addresses.FirstOrDefault(address => IsForbidden(address, host)) is { } forbidden)
        {
            throw new HookForbiddenException($"its host {host} points at {forbidden}, which is no address for a hook");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A connection that must not be made; trying again changes nothing.</summary>
internal sealed class HookForbiddenException(string message) : Exception(message);
