using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>What the sockets load, open or initialize with their first use, when the first reactor of the process is made.</summary>
internal static class NetColdStart
{
    // A type's initialization happens once, whichever thread is first.
    private static readonly bool IsDone = Run();

    /// <summary>Does it, the first time.</summary>
    public static bool Ensure() => IsDone;

    private static bool Run()
    {
        try
        {
            ColdStart.LoadReferences(typeof(NetColdStart).Assembly);

            // The generators of random numbers keep a descriptor; the name service is another library.
            _ = Guid.NewGuid();
            _ = Random.Shared.Next();
            _ = Dns.GetHostName();
            _ = new SocketException((int)SocketError.TooManyOpenSockets).Message;
        }
        catch (Exception)
        {
            // Whatever cannot be done now, is done with its first use.
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
