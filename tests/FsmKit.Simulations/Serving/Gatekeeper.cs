using FsmKit.Net;

namespace FsmKit.Simulations.Serving;

/// <summary>Pauses servers and lets them go on, some times.</summary>
[GClass]
[Input<EvTurn>]
public sealed partial class Gatekeeper : GObj
{
    private int _left = 4;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Servers of all loops.</summary>
    public IReadOnlyList<GServerSock> Servers { get; set; } = [];

    private enum State
    {
        [On<EvTurn>(nameof(AcTurn))]
        Turning,
    }

    /// <inheritdoc/>
    protected override void StartUp() => PlanTurn();

    private void PlanTurn() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10, 60)), new EvTurn());

    private void AcTurn()
    {
        if (--_left < 0)
        {
            foreach (var server in Servers)
            {
                Post(server, new EvResumeAccepting());
            }

            return;
        }

        var one = Servers[World.Choose(Servers.Count)];
        if (World.Choose())
        {
            Post(one, new EvPauseAccepting());
        }
        else
        {
            Post(one, new EvResumeAccepting());
        }

        PlanTurn();
    }
}

/// <summary>Orders to switch a server on or off.</summary>
public readonly record struct EvTurn;
