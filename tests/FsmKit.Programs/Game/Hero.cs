namespace FsmKit.Programs.Game;

/// <summary>The character of a platform game, after the state chapter of "Game Programming Patterns".</summary>
[GClass]
[Input<EvJumpPressed>, Input<EvDownPressed>, Input<EvDownReleased>, Input<EvStick>]
[Input<EvFirePressed>, Input<EvReloadPressed>, Input<EvLanded>, Input<EvHit>]
[Input<EvShot>, Input<EvClick>]
[Output<EvSprite>, Output<EvShot>, Output<EvClick>, Output<EvDied>]
[Forward<EvShot>, Forward<EvClick>]
public sealed partial class Hero : GObj
{
    private Weapon? _weapon;
    private int _direction;

    /// <summary>Damage that the character can take. Default 100.</summary>
    [Parameter]
    public partial int Health { get; set; } = 100;

    private enum State : byte
    {
        /// <summary>In the game.</summary>
        [On<EvHit>(nameof(AcDie), Next = Dead, When = nameof(IsDeadly))]
        [On<EvStick>(nameof(AcSteer))]
        Alive,

        /// <summary>Master of the own limbs.</summary>
        [Inside(Alive)]
        [On<EvHit>(nameof(AcSuffer), Next = Stunned, When = nameof(IsBearable))]
        [Forward<EvFirePressed>(nameof(_weapon))]
        [Forward<EvReloadPressed>(nameof(_weapon))]
        Able,

        /// <summary>With the feet on the ground.</summary>
        [Inside(Able)]
        [On<EvJumpPressed>(Next = Jumping)]
        [On<EvDownPressed>(Next = Ducking)]
        [Ignore<EvDownReleased>, Ignore<EvLanded>]
        OnGround,

        /// <summary>Standing still.</summary>
        [Inside(OnGround)]
        [Enter(nameof(AcDrawStanding))]
        [On<EvStick>(nameof(AcSteer), Next = Walking, When = nameof(IsTilted))]
        Standing,

        /// <summary>Walking.</summary>
        [Inside(OnGround)]
        [Enter(nameof(AcDrawWalking))]
        [On<EvStick>(nameof(AcSteer), Next = Standing, When = nameof(IsCentred))]
        Walking,

        /// <summary>Ducking, as long as the button is held.</summary>
        [Inside(OnGround)]
        [Enter(nameof(AcDrawDucking))]
        [On<EvDownReleased>(Next = Walking, When = nameof(IsMoving))]
        [On<EvDownReleased>(Next = Standing)]
        [Ignore<EvJumpPressed>, Ignore<EvDownPressed>]
        Ducking,

        /// <summary>Off the ground.</summary>
        [Inside(Able)]
        [On<EvLanded>(Next = Walking, When = nameof(IsMoving))]
        [On<EvLanded>(Next = Standing)]
        [Ignore<EvJumpPressed>, Ignore<EvDownReleased>]
        InAir,

        /// <summary>Jumping.</summary>
        [Inside(InAir)]
        [Enter(nameof(AcDrawJumping))]
        [On<EvDownPressed>(Next = Diving)]
        Jumping,

        /// <summary>Diving to stab an enemy below.</summary>
        [Inside(InAir)]
        [Enter(nameof(AcDrawDiving))]
        [Ignore<EvDownPressed>]
        Diving,

        /// <summary>The activity of the character at the time of the hit.</summary>
        [Inside(Able), History(Deep = true)]
        WhatItDid,

        /// <summary>Seeing stars. Pressing a button does nothing; the ground, the stick and a released button count afterwards.</summary>
        [Inside(Alive)]
        [Enter(nameof(AcDrawStunned))]
        [After(1_000, Next = WhatItDid)]
        [On<EvHit>(nameof(AcSuffer), When = nameof(IsBearable))]
        [Defer<EvLanded>, Defer<EvDownReleased>, Defer<EvStick>]
        [Ignore<EvJumpPressed>, Ignore<EvDownPressed>, Ignore<EvFirePressed>, Ignore<EvReloadPressed>]
        Stunned,

        /// <summary>Dead.</summary>
        [Final]
        Dead,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _weapon = Create<Weapon>("weapon");

    private static bool IsTilted(in EvStick e) => e.Direction != 0;

    private static bool IsCentred(in EvStick e) => e.Direction == 0;

    private bool IsMoving() => _direction != 0;

    private bool IsBearable(in EvHit e) => e.Damage < Health;

    private bool IsDeadly(in EvHit e) => !IsBearable(e);

    private void AcSteer(in EvStick e) => _direction = e.Direction;

    private void AcSuffer(in EvHit e) => Health -= e.Damage;

    private void AcDie() => Publish(new EvDied());

    private void AcDrawStanding() => Draw("standing");

    private void AcDrawWalking() => Draw("walking");

    private void AcDrawDucking() => Draw("ducking");

    private void AcDrawJumping() => Draw("jumping");

    private void AcDrawDiving() => Draw("diving");

    private void AcDrawStunned() => Draw("stunned");

    private void Draw(string name) => Publish(new EvSprite(name));
}
