using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>Finds the method of the gclass for a name in the table, by the use of the method.</summary>
internal sealed class CallReader(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
{
    /// <summary>Whether the bodies of guards are read, which decides the generated code around them.</summary>
    public bool JudgesGuards { get; init; }

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name; null when the row has none, or when the name did not compile.</param>
    /// <param name="use">The use of the method.</param>
    /// <param name="value">The event of an action or guard, or the type of a parameter; null without one.</param>
    /// <param name="attribute">The attribute with the name.</param>
    public CallSite? Read(string? name, CallUse use, ITypeSymbol? value, AttributeData attribute)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var problem = CallProblem.Missing;
        IMethodSymbol? best = null;
        INamedTypeSymbol? nearest = null;
        CallModel? model = null;
        foreach (var member in Members(name!))
        {
            if (problem != CallProblem.Unread)
            {
                problem = MentionsUnknown(member) ? CallProblem.Unread : CallProblem.WrongSignature;
            }

            // Of several methods that fit, the nearest is taken: one of the gclass hides inherited ones. Within one class the one with the
            // most parameters is taken.
            if ((nearest is null || SymbolEqualityComparer.Default.Equals(member.ContainingType, nearest))
                && Fit(member, use, value) is { } fit && (model is null || fit.Shape > model.Shape))
            {
                nearest = member.ContainingType;
                (best, model) = (member as IMethodSymbol, fit);
                if (JudgesGuards && use == CallUse.Guard && best is not null)
                {
                    model = fit with { NeverThrows = Infallible.Is(best, compilation, cancellation) };
                }
            }
        }

        if (problem == CallProblem.Missing && !Compiles(name!, attribute))
        {
            problem = CallProblem.Unread;
        }

        return new CallSite(name!, use, value, model is null ? problem : CallProblem.None, model, best, attribute);
    }

    /// <summary>Whether the name compiles. For a <c>nameof</c> with an error the compiler still delivers a constant.</summary>
    public bool Compiles(string name, AttributeData attribute)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation);
        var named = syntax?.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 })
            .Select(static call => call.ArgumentList.Arguments[0].Expression)
            .FirstOrDefault(operand => operand is IdentifierNameSyntax simple && simple.Identifier.ValueText == name);
        return named is null || compilation.GetSemanticModel(named.SyntaxTree).GetSymbolInfo(named, cancellation) is not
        {
            Symbol: null, CandidateSymbols.IsEmpty: true,
        };
    }

    private static bool MentionsUnknown(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType.TypeKind == TypeKind.Error
            || method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Error),
        IPropertySymbol property => property.Type.TypeKind == TypeKind.Error,
        IFieldSymbol field => field.Type.TypeKind == TypeKind.Error,
        _ => false,
    };

    /// <summary>Returns the members of a name in the gclass and its bases, without private members of bases.</summary>
    public IEnumerable<ISymbol> Members(string name)
    {
        for (var type = gclass; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (SymbolEqualityComparer.Default.Equals(type, gclass) || member.DeclaredAccessibility != Accessibility.Private)
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>Returns the members that fit a use, the nearest first.</summary>
    /// <param name="use">The use.</param>
    /// <param name="value">The event of an action or guard, or the type of a parameter; null without one.</param>
    public IEnumerable<ISymbol> Fitting(CallUse use, ITypeSymbol? value)
    {
        for (var type = gclass; type is not null && !type.IsGObj(); type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                // A member that overrides one of GObj is called by the loop, not by a table.
                if (member is { CanBeReferencedByName: true, IsOverride: false }
                    && (SymbolEqualityComparer.Default.Equals(type, gclass) || member.DeclaredAccessibility != Accessibility.Private) && Fit(member, use, value) is not null)
                {
                    yield return member;
                }
            }
        }
    }

    private static CallModel? Fit(ISymbol member, CallUse use, ITypeSymbol? value)
    {
        if (use == CallUse.Delay)
        {
            return FitDelay(member);
        }

        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method || !Returns(method, use, value))
        {
            return null;
        }

        var parameters = method.Parameters;
        switch (use)
        {
            case CallUse.Work:
                return InvocationReader.Fits(method) ? Model(method, CallShape.Bare, null) : null;
            case CallUse.Validate or CallUse.Coerce:
                return parameters.Length == 1 && Takes(parameters[0], value) ? Model(method, CallShape.Event, parameters[0]) : null;
            case CallUse.Enter or CallUse.Exit:
                return parameters.IsEmpty ? Model(method, CallShape.Bare, null) : null;
            default:
                return parameters.Length switch
                {
                    0 => Model(method, CallShape.Bare, null),
                    1 when value is not null && Takes(parameters[0], value) => Model(method, CallShape.Event, parameters[0]),
                    2 when value is not null && parameters[0] is { RefKind: RefKind.None, Type: { } source } && source.IsGObj() && Takes(parameters[1], value) =>
                        Model(method, CallShape.SourceAndEvent, parameters[1]),
                    _ => null,
                };
        }
    }

    private static CallModel? FitDelay(ISymbol member) => member switch
    {
        IMethodSymbol { Parameters.IsEmpty: true, IsGenericMethod: false } method when method.ReturnType.IsSystemType("TimeSpan") =>
            new CallModel($"{method.Escaped()}()", CallShape.Bare, false, On(method)),
        IPropertySymbol { GetMethod: not null } property when property.Type.IsSystemType("TimeSpan") =>
            new CallModel(property.Escaped(), CallShape.Bare, false, On(property)),
        IFieldSymbol field when field.Type.IsSystemType("TimeSpan") => new CallModel(field.Escaped(), CallShape.Bare, false, On(field)),
        _ => null,
    };

    private static bool Returns(IMethodSymbol method, CallUse use, ITypeSymbol? value) => use switch
    {
        CallUse.Guard or CallUse.Validate => method.ReturnType.SpecialType == SpecialType.System_Boolean,
        CallUse.Work => true,
        CallUse.Coerce => method.ReturnType.IsSameAs(value),
        CallUse.Map => method.ReturnType is INamedTypeSymbol made && EventReader.IsEvent(made),
        _ => method.ReturnsVoid,
    };

    private static bool Takes(IParameterSymbol parameter, ITypeSymbol? value) =>
        parameter.RefKind is RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter
        && parameter.Type.IsSameAs(value);

    private static CallModel Model(IMethodSymbol method, CallShape shape, IParameterSymbol? e) =>
        new(method.Escaped(), shape, e is { RefKind: not RefKind.None }, On(method));

    /// <summary>Returns the expression before the dot of a member in generated code.</summary>
    public static string On(ISymbol member) => member.IsStatic ? member.ContainingType.FullName() : "this";
}
