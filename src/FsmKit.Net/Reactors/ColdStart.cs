using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FsmKit.Net;

/// <summary>
/// What is loaded or opened with its first use, is so when the first reactor of the process is made: a first use in a bad moment, without a
/// descriptor or memory left, would fail, and .NET remembers a library that it could not load.
/// </summary>
internal static class ColdStart
{
    // A type's initialization happens once, whichever thread is first.
    private static readonly bool IsDone = Run();

    /// <summary>Does it, the first time.</summary>
    public static bool Ensure() => IsDone;

    private static bool Run()
    {
        try
        {
            LoadReferences(typeof(ColdStart).Assembly, []);
            RuntimeHelpers.RunClassConstructor(typeof(NetLog).TypeHandle);
            RuntimeHelpers.RunClassConstructor(typeof(ServerLog).TypeHandle);
            RuntimeHelpers.RunClassConstructor(typeof(ConnexLog).TypeHandle);
            RuntimeHelpers.RunClassConstructor(typeof(ListeningLog).TypeHandle);
            RuntimeHelpers.RunClassConstructor(typeof(NetMeter).TypeHandle);
            RuntimeHelpers.RunClassConstructor(typeof(ProxyVersion1).TypeHandle);

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

        return true;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A reference that was trimmed away is not missed.")]
    private static void LoadReferences(Assembly assembly, HashSet<string> seen)
    {
        foreach (var name in assembly.GetReferencedAssemblies())
        {
            if (seen.Add(name.FullName))
            {
                Load(name, seen);
            }
        }
    }

    private static void Load(AssemblyName name, HashSet<string> seen)
    {
        try
        {
            LoadReferences(Assembly.Load(name), seen);
        }
        catch (Exception x) when (x is IOException or BadImageFormatException or PlatformNotSupportedException)
        {
            // Not there: then nothing needs it.
        }
    }
}
