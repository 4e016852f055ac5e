namespace FsmKit.Net;

/// <summary>
/// Lets a <see cref="GConnex"/> connect again and sets <see cref="GConnex.Disabled"/> to false. May be posted from another thread.
/// </summary>
public readonly record struct EvEnable;

/// <summary>
/// Drops the connection of a <see cref="GConnex"/>, stops connecting, and sets <see cref="GConnex.Disabled"/> to true. May be posted from
/// another thread.
/// </summary>
public readonly record struct EvDisable;

/// <summary>Extension that finds the <see cref="GConnex"/> of a <see cref="GSock"/>.</summary>
public static class GSockExtensions
{
    extension(GSock gsock)
    {
        /// <summary>The connex that owns this gsock (GinsFSM <c>connex</c>); null for a gsock without a connex.</summary>
        public GConnex? Connex => gsock?.Parent as GConnex;
    }
}
