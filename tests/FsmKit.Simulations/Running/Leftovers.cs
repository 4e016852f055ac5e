using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.Simulations.Running;

/// <summary>Looks for what connections leave behind.</summary>
internal static class Leftovers
{
    /// <summary>Fails a schedule at whose end a server still has a connection, or a connection is open in the network.</summary>
    public static void MustBeNone(World world, Func<IEnumerable<GAplic>> servers)
    {
        world.Eventually("no server has a gobj of a connection", () => !servers().SelectMany(Below).Any(static gobj => gobj is GSock or GHttpCliSrv));
        world.Eventually("no connection is open", () => world.Network.Connections == 0);
    }

    private static IEnumerable<GObj> Below(GObj gobj) => gobj.Children.SelectMany(static child => Below(child).Prepend(child));
}
