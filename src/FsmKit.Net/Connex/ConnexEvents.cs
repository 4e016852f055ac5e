namespace FsmKit.Net;

/// <summary>Let a <see cref="GConnex"/> connect again: <see cref="GConnex.Disabled"/> becomes false. It can be posted from another loop.</summary>
public readonly record struct EvEnable;

/// <summary>Drop the connection and make no other: <see cref="GConnex.Disabled"/> becomes true. It can be posted from another loop.</summary>
public readonly record struct EvDisable;

/// <summary>From the gsock in an event to the connex that it belongs to.</summary>
public static class GSockExtensions
{
    extension(GSock gsock)
    {
        /// <summary>The connex that keeps this connection, or null when a gobj of another gclass made it (GinsFSM's <c>connex</c>).</summary>
        public GConnex? Connex => gsock?.Parent as GConnex;
    }
}
