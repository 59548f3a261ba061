<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class SecurityQuestionId
{
    public const FIRST_PET = 'first-pet';
    public const BIRTH_CITY = 'birth-city';
    public const FIRST_SCHOOL = 'first-school';
    public const MOTHER_MAIDEN_NAME = 'mother-maiden-name';
    public const CHILDHOOD_STREET = 'childhood-street';
    public const FIRST_CAR = 'first-car';
    public const FAVOURITE_TEACHER = 'favourite-teacher';
    public const FIRST_CONCERT = 'first-concert';
}
