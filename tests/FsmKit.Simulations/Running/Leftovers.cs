using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.Simulations.Running;

/// <summary>Looks for objects that outlive their connections.</summary>
internal static class Leftovers
{
    /// <summary>Fails a schedule if a server has a connection at its end, or the network has an open one.</summary>
    public static void MustBeNone(World world, Func<IEnumerable<GAplic>> servers)
    {
        world.Eventually("no server has a gobj of a connection", () => !servers().SelectMany(Below).Any(static gobj => gobj is GSock or GHttpCliSrv));
        world.Eventually("no connection is open", () => world.Network.Connections == 0);
    }

    private static IEnumerable<GObj> Below(GObj gobj) => gobj.Children.SelectMany(static child => Below(child).Prepend(child));
}
