namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Decides which messages are lost and which come late; only a few.</summary>
public sealed class Weather(World world, int losses, int delays)
{
    private const int OneIn = 4;

    private int _losses = losses;
    private int _delays = delays;

    /// <summary>Decides whether a message is lost.</summary>
    public bool Loses() => Happens(ref _losses);

    /// <summary>Decides how late a message comes; null when it comes in time.</summary>
    public TimeSpan? Delays() => Happens(ref _delays) ? Surroundings.Rest * (0.5 + world.Choose(4)) : null;

    private bool Happens(ref int left)
    {
        if (left == 0 || world.Choose(OneIn) < OneIn - 1)
        {
            return false;
        }

        left--;
        return true;
    }
}
