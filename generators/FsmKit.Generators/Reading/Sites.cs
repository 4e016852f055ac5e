using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>State with its source.</summary>
internal sealed record StateSite(IFieldSymbol Symbol, int Index, IReadOnlyList<CallSite> Enter, IReadOnlyList<CallSite> Exit, bool IsClosed)
{
    /// <summary>Compares by reference. A reading has each state once, and a comparison by value would walk through all of them.</summary>
    public bool Equals(StateSite? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    /// <summary>The state around it, as written; null without one.</summary>
    public InsideSite? Inside { get; init; }

    /// <summary>The attribute that makes it the first state of its level; null without one.</summary>
    public AttributeData? Initial { get; init; }

    /// <summary>The attribute that makes it a history; null without one.</summary>
    public HistorySite? History { get; init; }

    /// <summary>The attribute that makes it a final state; null without one.</summary>
    public AttributeData? Final { get; init; }

    /// <summary>The asynchronous work of the state.</summary>
    public IReadOnlyList<InvocationSite> Invocations { get; init; } = [];

    public IEnumerable<CallSite> Calls => Enter.Concat(Exit).Concat(Invocations.Select(static work => work.Work).OfType<CallSite>());
}

/// <summary>Asynchronous work with its source. <see cref="Model"/> is null when it has an error.</summary>
/// <param name="Work">The method; null when its name did not compile.</param>
/// <param name="Event">The event of success; null when its name did not compile.</param>
/// <param name="Input">Index of that event; -1 when it is not declared as an input.</param>
/// <param name="Failure">The event of a failure; null when its name did not compile.</param>
/// <param name="FailureInput">Index of that event; -1 when it is not declared as an input.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed record InvocationSite(
    CallSite? Work, INamedTypeSymbol? Event, int Input, INamedTypeSymbol? Failure, int FailureInput, AttributeData Attribute)
{
    /// <summary>The way to create the event of success.</summary>
    public EventForm EventForm { get; init; }

    /// <summary>The way to create the event of a failure.</summary>
    public EventForm FailureForm { get; init; }

    /// <summary>The model; null with an error.</summary>
    public InvocationModel? Model { get; init; }
}

/// <summary>History with its source: its depth, and the state to enter before the first exit.</summary>
internal sealed record HistorySite(bool IsDeep, NextSite? Default, AttributeData Attribute);

/// <summary>The state around a state, as written; <see cref="Index"/> is -1 when it is no state.</summary>
internal sealed record InsideSite(string Text, int Index, AttributeData Attribute);

/// <summary>Name of a generated member that is taken by the author: by a member, a type parameter or the gclass itself.</summary>
/// <param name="Name">The entry of <see cref="MachineModel.Taken"/>: for a method that publishes, the name and the event.</param>
/// <param name="By">The symbol with the name.</param>
internal sealed record TakenName(string Name, ISymbol By);

/// <summary>Declared event with its source.</summary>
internal sealed record EventSite(INamedTypeSymbol Type, EventModel Model, AttributeData Attribute);

/// <summary>
/// Row with its source. <see cref="State"/> is null for a row of the class. <see cref="Event"/> is null for a row without one, and when its
/// name does not compile. <see cref="Input"/> is -1 when the event is not declared.
/// </summary>
internal sealed record RowSite(
    StateSite? State, AnswerKind Answer, ITypeSymbol? Event, int Input, CallSite? Action, CallSite? Guard, NextSite? Next, DelaySite? Delay,
    AttributeData Attribute)
{
    /// <summary>Whether a transition to a state inside the state of the row also leaves and enters that state.</summary>
    public bool Reenters { get; init; }

    /// <summary>
    /// Whether the row has a guard, so that the next row for the event may be tried; also when the guard does not compile.
    /// </summary>
    public bool IsGuarded { get; init; }

    /// <summary>The forward; null for other rows.</summary>
    public ForwardSite? Forward { get; init; }

    /// <summary>Whether the row is about an event.</summary>
    public bool IsOfEvent => !Answer.IsTimeout() && Answer is not (AnswerKind.Always or AnswerKind.Done);

    /// <summary>
    /// Whether the row is about an event that does not compile. An event that only a generated file cannot name does compile.
    /// </summary>
    public bool IsUnread => IsOfEvent && Event is null && EventReader.OutOfReach(Attribute) is null;

    public IEnumerable<CallSite> Calls
    {
        get
        {
            foreach (var call in new[] { Action, Guard, Delay?.Member, Forward?.Map })
            {
                if (call is not null)
                {
                    yield return call;
                }
            }
        }
    }
}

/// <summary>Forward with its source.</summary>
/// <param name="To">The name of the member with the target; null when the event is published.</param>
/// <param name="Event">The forwarded event; null when it is unknown.</param>
/// <param name="Member">The member; null when it is not found.</param>
/// <param name="Map">The method that creates the event; null when it is that of the row.</param>
/// <param name="Problem">The error.</param>
internal sealed record ForwardSite(string? To, INamedTypeSymbol? Event, ISymbol? Member, CallSite? Map, ForwardProblem Problem)
{
    /// <summary>The type of the member; null without one.</summary>
    public ITypeSymbol? TargetType => (Member as IFieldSymbol)?.Type ?? (Member as IPropertySymbol)?.Type;
}

/// <summary>Errors of a forward.</summary>
internal enum ForwardProblem
{
    None,

    /// <summary>No readable field or property has that name.</summary>
    Missing,

    /// <summary>The type of the member does not accept the event.</summary>
    NotAccepted,

    /// <summary>The event to publish is no declared output.</summary>
    Undeclared,

    /// <summary>A part of it does not compile, or has its own error.</summary>
    Unread,
}

/// <summary>Length of a timeout with its source: a number or a member. <see cref="Model"/> is null with an error.</summary>
internal sealed record DelaySite(DelayModel? Model, int? Milliseconds, CallSite? Member);

/// <summary>Next state of a row, as written; <see cref="Index"/> is -1 when it is no state.</summary>
internal sealed record NextSite(string Text, int Index);

/// <summary>Use of a method, which decides its required shape.</summary>
internal enum CallUse
{
    Action,
    Guard,
    Enter,
    Exit,
    Delay,

    /// <summary>Asynchronous work.</summary>
    Work,
    Validate,
    Coerce,
    Map,
}

/// <summary>Errors of a call.</summary>
internal enum CallProblem
{
    None,
    Missing,
    WrongSignature,

    /// <summary>The name, or a type in the method of that name, does not compile, so that its fit is unknown.</summary>
    Unread,
}

/// <summary>Method that the table names, with its source. <see cref="Model"/> is null with an error.</summary>
internal sealed record CallSite(
    string Name, CallUse Use, ITypeSymbol? Value, CallProblem Problem, CallModel? Model, IMethodSymbol? Method, AttributeData Attribute);

/// <summary>Parameter with its source. <see cref="Model"/> is null when its setter cannot be generated.</summary>
internal sealed record ParameterSite(
    IPropertySymbol Symbol, ParameterModel? Model, CallSite? Validate, CallSite? Coerce, AttributeData Attribute)
{
    public IEnumerable<CallSite> Calls
    {
        get
        {
            foreach (var call in new[] { Validate, Coerce })
            {
                if (call is not null)
                {
                    yield return call;
                }
            }
        }
    }
}
