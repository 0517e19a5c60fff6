using System.Net;
using CanaryConsole.Hosting.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CanaryConsole.Hosting;

/// <summary>The last gate before a socket opens, whatever way the address came in.</summary>
internal static class LoopbackOnly
{
    /// <exception cref="StartupException">The address can be reached from other machines.</exception>
    public static void Require(ListenOptions listen)
    {
        if (listen.EndPoint is IPEndPoint endpoint && !IPAddress.IsLoopback(endpoint.Address))
        {
            throw new StartupException($"The console was to listen on {endpoint}: {ListenAddresses.Reason}; use --urls=http://localhost:{endpoint.Port}.");
        }
    }
}
