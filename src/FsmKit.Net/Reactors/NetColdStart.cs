using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Runs the work of the first use of sockets (loading libraries, opening descriptors) when the first reactor is created.</summary>
internal static class NetColdStart
{
    // A type is initialized once, on the first thread that needs it.
    private static readonly bool IsDone = Run();

    /// <summary>Runs the work at the first call.</summary>
    public static bool Ensure() => IsDone;

    private static bool Run()
    {
        try
        {
            ColdStart.LoadReferences(typeof(NetColdStart).Assembly);

            // The random number generators keep a descriptor open; the name service is a separate library.
            _ = Guid.NewGuid();
            _ = Random.Shared.Next();
            _ = Dns.GetHostName();
            _ = new SocketException((int)SocketError.TooManyOpenSockets).Message;
        }
        catch (Exception)
        {
            // The first use repeats whatever failed here.
        }

        ColdStart.Later(static () =>
        {
            if (OperatingSystem.IsLinux())
            {
                ColdStart.LinkFunctions(typeof(Libc));
            }

            ColdStart.InitializeTypes(typeof(NetColdStart).Assembly);
        });
        return true;
    }
}
